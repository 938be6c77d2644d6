package dev.greengraph.admission.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a document may cost before anything of it is validated, executed or sent upstream. */
@ConfigMapping(prefix = "greengraph.limits")
public interface DocumentLimits {

    /** Longest text of a document in characters; a longer one is answered with 400 and QUERY_TOO_LARGE. */
    @WithDefault("16384")
    int queryCharacters();

    /** Most tokens of a document, and most comments; more are answered with 400 and QUERY_TOO_COMPLEX, as are all below. */
    @WithDefault("2000")
    int tokens();

    /** Most fragments that a document defines. */
    @WithDefault("50")
    int fragments();

    /** Most spreads of fragments that a document writes; inline fragments are bounded by the tokens. */
    @WithDefault("200")
    int fragmentSpreads();

    /** Most directives that a document writes. */
    @WithDefault("50")
    int directives();

    /** Deepest nesting of fields; a deeper one is answered with 400 and QUERY_TOO_DEEP. */
    @WithDefault("12")
    int depth();

    /** Most aliases of an operation, its fragments expanded. */
    @WithDefault("30")
    int aliases();

    /** Most fields of an operation's root, its fragments expanded. */
    @WithDefault("10")
    int rootFields();

    /** Most fields of all operations of a document together, fragments expanded. */
    @WithDefault("1000")
    int expandedFields();

    /** Most upstream calls that the operation could need. */
    @WithDefault("20")
    int upstreamCalls();

    /** Most values that the operation's answer could have; fields that look through windows count as several. */
    @WithDefault("50000")
    int answerValues();

    /** Longest response body, uncompressed; a longer one is replaced by 400 and QUERY_TOO_COMPLEX. */
    @WithDefault("8M")
    MemorySize answerBody();

    /** Deepest nesting of lists and objects in the variables; a deeper one is answered with 400 and QUERY_TOO_DEEP. */
    @WithDefault("10")
    int variableDepth();

    /** Most memory for documents that were examined, estimated: a known document is not parsed again. */
    @WithDefault("16M")
    MemorySize documentMemory();
}
