package dev.greengraph.admission;

import dev.greengraph.admission.document.ExaminedDocument.Measured;
import dev.greengraph.graphql.error.Refusal;
import graphql.Directives;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Node;
import graphql.language.VariableReference;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition cannot be null. A variable with a default may be, and the engine notices that only while it collects fields,
 * where it is an unexpected failure of the whole operation.
 */
final class ConditionCheck {

    private static final Set<String> CONDITIONS =
            Set.of(Directives.IncludeDirective.getName(), Directives.SkipDirective.getName());

    private ConditionCheck() {}

    /** Fails with {@link Refusal} if a variable that is null stands in {@code @skip} or {@code @include}. */
    static void requireNoNull(Measured document, @Nullable String operationName, Map<String, ?> variables) {
        Set<String> nulls = variables.entrySet().stream()
                .filter(variable -> variable.getValue() == null || variable.getValue() == JsonValue.NULL)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!nulls.isEmpty()) {
            document.candidates(operationName).forEach(operation -> visit(operation, nulls));
            document.outline().fragments().forEach(fragment -> visit(fragment, nulls));
        }
    }

    private static void visit(Node<?> root, Set<String> nulls) {
        Deque<Node<?>> open = new ArrayDeque<>(Set.of(root));
        while (!open.isEmpty()) {
            Node<?> node = open.remove();
            if (node instanceof Directive directive && CONDITIONS.contains(directive.getName())) {
                directive.getArguments().forEach(condition -> check(condition, nulls));
            }
            node.getChildren().forEach(open::add);
        }
    }

    private static void check(Argument condition, Set<String> nulls) {
        if (condition.getValue() instanceof VariableReference variable && nulls.contains(variable.getName())) {
            throw Refusal.badRequest("Variable $" + variable.getName() + ": must be a Boolean, was null");
        }
    }
}
