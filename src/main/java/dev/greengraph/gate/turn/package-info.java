/**
 * Whose call is next: turns are shared between the callers who wait. Entry class: {@link dev.greengraph.gate.turn.FairQueue};
 * {@link dev.greengraph.gate.turn.SharesConfig} says who gets how much.
 */
@NullMarked
package dev.greengraph.gate.turn;

import org.jspecify.annotations.NullMarked;
