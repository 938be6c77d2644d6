package dev.greengraph.upstream.row;

import org.jspecify.annotations.Nullable;

/**
 * What an entry quotes, as the upstream embedded it at quoting time.
 *
 * @param stanzaId the id of the quoted message
 * @param participant its author
 * @param typeMessage its kind; absent on reactions and where the original could not be resolved
 * @param payload the fields of its kind, often emptied
 */
public record QuotedRow(
        @Nullable String stanzaId,
        @Nullable String participant,
        @Nullable String typeMessage,
        Payload payload) {}
