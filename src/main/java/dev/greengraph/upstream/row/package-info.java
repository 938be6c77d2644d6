/**
 * What an entry of the upstream looks like: records whose components are named as upstream names them, read leniently.
 *
 * <p>An empty text means absent, a value of the wrong type too; unknown fields are ignored. What a row means to a caller
 * is decided in {@code graphql}. Entry class: {@link dev.greengraph.upstream.row.RowReader}.
 */
@NullMarked
package dev.greengraph.upstream.row;

import org.jspecify.annotations.NullMarked;
