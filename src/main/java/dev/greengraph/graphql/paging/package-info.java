/** Connections: cursors, pages, and how old the data is. Entry class: {@link dev.greengraph.graphql.paging.Page}. */
@NullMarked
package dev.greengraph.graphql.paging;

import org.jspecify.annotations.NullMarked;
