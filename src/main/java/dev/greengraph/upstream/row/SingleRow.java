package dev.greengraph.upstream.row;

/**
 * What an answer about one message held.
 *
 * @param row the message
 * @param bytes size of the answer's body, decompressed
 */
public record SingleRow(MessageRow row, int bytes) {}
