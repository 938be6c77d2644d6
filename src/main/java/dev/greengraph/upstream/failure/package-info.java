/** The ways in which an upstream call fails, and how they are recognised. It does not decide what follows from them. */
@NullMarked
package dev.greengraph.upstream.failure;

import org.jspecify.annotations.NullMarked;
