/**
 * What several endpoints have in common: what they are asked for, with one REST interface for each way to ask, and the shape
 * of their answers. It does not send calls by itself. Entry classes: {@link dev.greengraph.upstream.shape.WholeAccount},
 * {@link dev.greengraph.upstream.shape.ObjectAnswer}.
 */
@NullMarked
package dev.greengraph.upstream.shape;

import org.jspecify.annotations.NullMarked;
