package dev.greengraph.graphql.paging;

/**
 * The entries of a list that a page shows.
 *
 * @param start the index of the first
 * @param end the index after the last
 * @param isCertain whether a longer list would show the same ones, or more of them only because it has more at its end
 */
public record Slice(int start, int end, boolean isCertain) {}
