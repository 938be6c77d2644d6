/**
 * What the gates of several replicas agree about before a call is sent: plain interfaces, and the time slots that each replica
 * keeps to while nothing can be agreed about.
 *
 * <p>Plain Java, no wall clock. Entry class: {@link dev.greengraph.gate.shared.SharedBudget}.
 */
@NullMarked
package dev.greengraph.gate.shared;

import org.jspecify.annotations.NullMarked;
