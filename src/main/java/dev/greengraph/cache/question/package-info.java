/**
 * What can be asked of the upstream: the name of a question, how it is asked, how long its answer may be believed. Whether it
 * is asked is not decided here. Entry class: {@link dev.greengraph.cache.question.Question}.
 */
@NullMarked
package dev.greengraph.cache.question;

import org.jspecify.annotations.NullMarked;
