package dev.greengraph.admission.document;

import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import java.util.Locale;
import java.util.Map;

/** What is bounded, in the order of looking. */
public enum Limit {
    TOKENS(ErrorCode.QUERY_TOO_COMPLEX),
    /** Rules of the grammar within each other: what keeps the parser, and all that walk the tree, off the stack's end. */
    NESTING(ErrorCode.QUERY_TOO_DEEP),
    FRAGMENTS(ErrorCode.QUERY_TOO_COMPLEX),
    FRAGMENT_SPREADS(ErrorCode.QUERY_TOO_COMPLEX),
    DIRECTIVES(ErrorCode.QUERY_TOO_COMPLEX),
    DEPTH(ErrorCode.QUERY_TOO_DEEP),
    ALIASES(ErrorCode.QUERY_TOO_COMPLEX),
    ROOT_FIELDS(ErrorCode.QUERY_TOO_COMPLEX),
    EXPANDED_FIELDS(ErrorCode.QUERY_TOO_COMPLEX),
    /** Depth below {@code __schema} and {@code __type}. */
    INTROSPECTION_DEPTH(ErrorCode.QUERY_TOO_DEEP),
    /** Lists of the schema's graph within each other: each multiplies the answer by the size of the schema. */
    INTROSPECTION_LISTS(ErrorCode.QUERY_TOO_COMPLEX),
    UPSTREAM_CALLS(ErrorCode.QUERY_TOO_COMPLEX),
    /** Pages within pages: each value is made on the event loop, and held until the answer is sent. */
    ANSWER_VALUES(ErrorCode.QUERY_TOO_COMPLEX),
    VARIABLE_DEPTH(ErrorCode.QUERY_TOO_DEEP);

    private final ErrorCode code;

    Limit(ErrorCode code) {
        this.code = code;
    }

    /** Fails with {@link Refusal} if the value is above the limit. */
    public void check(long value, long allowed) {
        if (value > allowed) {
            throw exceeded(value, allowed);
        }
    }

    /** The refusal itself; a value whose counting stopped early is the least that it is. */
    Refusal exceeded(long value, long allowed) {
        return new Refusal(
                400,
                code,
                label() + ": must be at most " + allowed,
                Map.of("limitName", label(), "limit", allowed, "value", value));
    }

    /** As the setting is called. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
