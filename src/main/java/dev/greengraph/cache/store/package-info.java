/**
 * Where answers are kept, bounded by bytes. Entry class: {@link dev.greengraph.cache.store.AnswerStore}.
 */
@NullMarked
package dev.greengraph.cache.store;

import org.jspecify.annotations.NullMarked;
