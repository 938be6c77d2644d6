/**
 * When the upstream may be asked: spacing of calls per account and endpoint, refusal with the time to retry.
 *
 * <p>Plain Java and only arithmetic: the answer is a wait, the waiting is done by the gate. Entry class: {@link
 * dev.greengraph.gate.budget.RateBudget}.
 */
@NullMarked
package dev.greengraph.gate.budget;

import org.jspecify.annotations.NullMarked;
