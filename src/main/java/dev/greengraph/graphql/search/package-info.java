/**
 * Search in the texts of messages; not the filter of a list, which does not look beyond it. Entry class: {@link
 * dev.greengraph.graphql.search.SearchApi}.
 */
@NullMarked
package dev.greengraph.graphql.search;

import org.jspecify.annotations.NullMarked;
