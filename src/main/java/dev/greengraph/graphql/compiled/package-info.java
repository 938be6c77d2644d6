/**
 * Selections of values in memory, compiled to JSON writers: a document that comes again writes its answer without the
 * engine's work for each field. What a writer does not expect, the engine completes. Not for resolvers that may call the
 * upstream. Entry class: {@link dev.greengraph.graphql.compiled.CompiledDocument}.
 */
@NullMarked
package dev.greengraph.graphql.compiled;

import org.jspecify.annotations.NullMarked;
