package dev.greengraph.graphql.compiled;

import graphql.Directives;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What was compiled of one document: for each combination of the variables that {@code @include} and {@code @skip} use,
 * the writers of its selections.
 */
public final class CompiledDocument {

    /** Combinations; more are left to the engine. */
    private static final int MAX_VARIANTS = 16;

    private static final Set<String> DECIDING =
            Set.of(Directives.IncludeDirective.getName(), Directives.SkipDirective.getName());

    private final List<String> deciding;
    private final Map<Map<String, Object>, CompiledSelections> variants = new ConcurrentHashMap<>();
    private volatile boolean wasUsed;

    /** Nothing is compiled yet. */
    public CompiledDocument(Document document) {
        Set<String> names = new TreeSet<>();
        new NodeTraverser().preOrder(new DirectiveVariables(names), document);
        this.deciding = List.copyOf(names);
    }

    /**
     * Begins an execution of the document.
     *
     * @param maxBytes most bytes of compiled values; the engine completes the rest
     */
    public CompiledExecution begin(ExecutionContext context, long maxBytes) {
        return new CompiledExecution(selections(context), new ResolverCalls(context), maxBytes);
    }

    /** The selections of an execution; null on the first one, since most documents that come once never come again. */
    private @Nullable CompiledSelections selections(ExecutionContext context) {
        if (!wasUsed) {
            wasUsed = true;
            return null;
        }
        Map<String, Object> values = decidingValues(context.getCoercedVariables());
        CompiledSelections known = variants.get(values);
        if (known == null && variants.size() < MAX_VARIANTS) {
            known = variants.computeIfAbsent(
                    values,
                    first -> new CompiledSelections(
                            new SelectionCompiler(context.getGraphQLSchema(), context.getFragmentsByName(), values)));
        }
        return known;
    }

    private Map<String, Object> decidingValues(CoercedVariables variables) {
        Map<String, Object> values = new HashMap<>();
        for (String name : deciding) {
            if (variables.containsKey(name)) {
                values.put(name, variables.get(name));
            }
        }
        return values;
    }

    private static final class DirectiveVariables extends NodeVisitorStub {

        private final Set<String> names;

        DirectiveVariables(Set<String> names) {
            this.names = names;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the engine declares it
        public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
            if (!DECIDING.contains(directive.getName())) {
                return TraversalControl.CONTINUE;
            }
            for (Argument argument : directive.getArguments()) {
                if (argument.getValue() instanceof VariableReference variable) {
                    names.add(variable.getName());
                }
            }
            return TraversalControl.CONTINUE;
        }
    }
}
