/**
 * The form in which values are kept in Redis: numbered, compressed, encrypted; and the names under which. Entry classes: {@link
 * dev.greengraph.replica.value.ValueCodec}, {@link dev.greengraph.replica.value.KeyNames}.
 */
@NullMarked
package dev.greengraph.replica.value;

import org.jspecify.annotations.NullMarked;
