/**
 * When the upstream may be asked: spacing of calls per account and endpoint, refusal with the time to come back.
 *
 * <p>Plain Java, no waiting inside: it answers with the wait. Entry class: {@link
 * dev.greengraph.gate.budget.RateBudget}.
 */
@NullMarked
package dev.greengraph.gate.budget;

import org.jspecify.annotations.NullMarked;
