package dev.greengraph.graphql.contract;

/**
 * One difference of two schemas.
 *
 * @param severity what it means for a client that was built against the older one
 * @param text what changed, in words
 */
record SchemaChange(Severity severity, String text) {

    /** What a client may notice. */
    enum Severity {
        /** A document is refused, or an answer is not what the generated types say. */
        BREAKING,
        /** Nothing is refused, but an answer may hold what the client does not expect, or mean something else. */
        DANGEROUS,
        /** Nobody who does not ask for it sees it. */
        SAFE
    }

    @Override
    public String toString() {
        return severity + ": " + text;
    }
}
