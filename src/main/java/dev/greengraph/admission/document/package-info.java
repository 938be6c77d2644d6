/**
 * What a document looks like, known from its text alone: it is parsed once, its size with all fragments expanded is
 * computed in linear time, and the result is cached. Entry class:
 * {@link dev.greengraph.admission.document.DocumentExaminer}.
 */
@NullMarked
package dev.greengraph.admission.document;

import org.jspecify.annotations.NullMarked;
