/** Statuses (stories): an interface with an implementation per kind. Entry class: {@link dev.greengraph.graphql.status.Status}. */
@NullMarked
package dev.greengraph.graphql.status;

import org.jspecify.annotations.NullMarked;
