package dev.greengraph.graphql.argument;

import dev.greengraph.cache.freshness.FreshnessDemand;
import dev.greengraph.cache.freshness.FreshnessDemand.Otherwise;
import dev.greengraph.graphql.error.BadRequest;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.language.Directive;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code @freshness}: how fresh a caller wants a field, or all fields of an operation, to be. */
public final class FreshnessDirective {

    private static final String NAME = "freshness";
    private static final String MAX_AGE = "maxAge";
    private static final String MAX_WAIT = "maxWait";
    private static final String OTHERWISE = "otherwise";

    private static final int LONGEST_AGE = (int) Duration.ofDays(30).toSeconds();
    private static final int LONGEST_WAIT = 60;

    private static final GraphQLEnumType FALLBACK = GraphQLEnumType.newEnum()
            .name("FreshnessFallback")
            .description("What a field is if no answer that is fresh enough comes in time.")
            .value(Otherwise.STALE.name(), Otherwise.STALE, "The stale answer, marked as such; without one an error.")
            .value(
                    Otherwise.NULL.name(),
                    Otherwise.NULL,
                    "Null, without an error where only time or budget was lacking.")
            .value(Otherwise.ERROR.name(), Otherwise.ERROR, "Null with an error that says why.")
            .build();

    /** The directive as the schema shows it. */
    public static final GraphQLDirective DEFINITION = GraphQLDirective.newDirective()
            .name(NAME)
            .description("How fresh a field that reads the upstream must be, or all of an operation that do not say so"
                    + " themselves. Fields that read the same share one call, for the strictest of them. Without effect on"
                    + " fields that read nothing, or that come with the list they are in.")
            .validLocations(DirectiveLocation.QUERY, DirectiveLocation.FIELD)
            .argument(argument(
                    MAX_AGE,
                    Scalars.GraphQLInt,
                    "Seconds: an answer up to this age is served without a call. More than the gateway's own setting saves"
                            + " calls; less costs more of them, down to a limit that the operator sets. 0 to "
                            + LONGEST_AGE + "."))
            .argument(argument(
                    MAX_WAIT,
                    Scalars.GraphQLInt,
                    "Seconds to wait for an answer that is fresh enough. Without it: not at all where a stale answer may be"
                            + " served, else as long as the gateway's own setting says. 0 to " + LONGEST_WAIT + "."))
            .argument(argument(OTHERWISE, FALLBACK, "What the field is if none comes in that time.")
                    .transform(otherwise -> otherwise.defaultValueProgrammatic(Otherwise.STALE.name())))
            .build();

    private FreshnessDirective() {}

    private static GraphQLArgument argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument()
                .name(name)
                .type(type)
                .description(description)
                .build();
    }

    /** What is demanded of a field: by itself, else by its operation. */
    public static FreshnessDemand of(DataFetchingEnvironment field) {
        if (field.getField().getDirectives().isEmpty()
                && field.getMergedField().getFields().size() == 1
                && field.getOperationDefinition().getDirectives().isEmpty()) {
            return FreshnessDemand.USUAL;
        }
        return Stream.concat(
                        field.getMergedField().getFields().stream().flatMap(one -> one.getDirectives(NAME).stream()),
                        field.getOperationDefinition().getDirectives(NAME).stream())
                .findFirst()
                .map(directive -> demand(field, directive))
                .orElse(FreshnessDemand.USUAL);
    }

    private static FreshnessDemand demand(DataFetchingEnvironment field, Directive directive) {
        Map<String, Object> values = ValuesResolver.getArgumentValues(
                field.getGraphQLSchema().getCodeRegistry(),
                DEFINITION.getArguments(),
                directive.getArguments(),
                CoercedVariables.of(field.getVariables()),
                field.getGraphQlContext(),
                field.getLocale());
        return new FreshnessDemand(
                seconds(values.get(MAX_AGE), MAX_AGE, LONGEST_AGE),
                seconds(values.get(MAX_WAIT), MAX_WAIT, LONGEST_WAIT),
                Optional.ofNullable((Otherwise) values.get(OTHERWISE)).orElse(Otherwise.STALE));
    }

    private static @Nullable Duration seconds(@Nullable Object value, String argument, int most) {
        if (value == null) {
            return null;
        }
        int seconds = (Integer) value;
        if (seconds < 0 || seconds > most) {
            throw new BadRequest("@" + NAME + "(" + argument + ")", "between 0 and " + most);
        }
        return Duration.ofSeconds(seconds);
    }
}
