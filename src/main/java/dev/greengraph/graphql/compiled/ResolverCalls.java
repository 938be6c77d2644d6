package dev.greengraph.graphql.compiled;

import dev.greengraph.graphql.compiled.writer.Mismatch;
import dev.greengraph.graphql.compiled.writer.ResolverField;
import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resolvers of one execution; the arguments of each are read once. */
final class ResolverCalls implements ResolverField.Calls {

    private final ExecutionContext context;
    private final IdentityHashMap<ResolverField, Call> calls = new IdentityHashMap<>();

    ResolverCalls(ExecutionContext context) {
        this.context = context;
    }

    private static final class Call {

        private final Map<String, Object> arguments;
        private final Object[] parameters;

        Call(Map<String, Object> arguments, Object[] parameters) {
            this.arguments = arguments;
            this.parameters = parameters;
        }
    }

    @Override
    public @Nullable Object value(ResolverField field, Object parent) {
        try {
            Call call = calls.get(field);
            if (call == null) {
                call = call(field);
                calls.put(field, call);
            }
            String name = field.definition().getName();
            if (field.resolver().isHeldBy(parent, name, call.arguments)) {
                return field.resolver().callWith(parent, call.parameters, context.getGraphQLContext());
            }
        } catch (Exception engineTellsIt) {
            throw new Mismatch();
        }
        throw new Mismatch();
    }

    private Call call(ResolverField field) throws Exception {
        Map<String, Object> arguments = ValuesResolver.getArgumentValues(
                context.getGraphQLSchema().getCodeRegistry(),
                field.definition().getArguments(),
                field.selected().getArguments(),
                context.getCoercedVariables(),
                context.getGraphQLContext(),
                context.getLocale());
        return new Call(
                arguments,
                field.resolver()
                        .parameters(DataFetchingEnvironmentImpl.newDataFetchingEnvironment(context)
                                .fieldDefinition(field.definition())
                                .mergedField(field.selected())
                                .arguments(arguments)
                                .build()));
    }
}
