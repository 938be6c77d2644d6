package dev.greengraph.upstream.shape;

/**
 * What one answer held.
 *
 * @param value what was read
 * @param bytes size of the answer's body, decompressed
 */
public record Answered<T>(T value, int bytes) {}
