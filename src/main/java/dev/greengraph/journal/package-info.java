/**
 * What the upstream said and how long it may be believed, per account and endpoint: decides whether to ask.
 *
 * <p>Plain Java; time is passed in. {@link dev.greengraph.journal.Journal} is what resolvers read,
 * {@link dev.greengraph.journal.Journals} finds the one of an account. Where answers are kept is in {@code store}, when
 * the upstream may be asked in {@code budget}.
 */
@NullMarked
package dev.greengraph.journal;

import org.jspecify.annotations.NullMarked;
