/**
 * Answers as they are sent: remembered as long as executing the same operation would give the same, with entity tags and
 * cache headers. Not what the upstream said, which the cache keeps. Entry class:
 * {@link dev.greengraph.http.answer.RememberedAnswers}.
 */
@NullMarked
package dev.greengraph.http.answer;

import org.jspecify.annotations.NullMarked;
