/** Where answers are kept, bounded by bytes. Entry class: {@link dev.greengraph.journal.store.AnswerStore}. */
@NullMarked
package dev.greengraph.journal.store;

import org.jspecify.annotations.NullMarked;
