/**
 * Writes values in memory as JSON, one writer for each type. Entry class:
 * {@link dev.greengraph.graphql.compiled.writer.ValueWriter}.
 */
@NullMarked
package dev.greengraph.graphql.compiled.writer;

import org.jspecify.annotations.NullMarked;
