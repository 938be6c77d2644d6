/** What a caller is told when something fails. Entry class: {@link dev.greengraph.graphql.error.ErrorMapping}. */
@NullMarked
package dev.greengraph.graphql.error;

import org.jspecify.annotations.NullMarked;
