/**
 * A messenger upstream in this process: believable data, the real limits, the real errors, and failures on demand.
 *
 * <p>It speaks HTTP on a loopback port, for dev mode, tests and the demo build; the production build does not contain
 * it. It shares no class with the gateway and reads nothing of it but its settings. {@code content} and {@code world}
 * make the data, {@code wire} the manners, {@code fault} the failures; here they meet. Entry class: {@link
 * dev.greengraph.simulator.Simulator}.
 */
@NullMarked
package dev.greengraph.simulator;

import org.jspecify.annotations.NullMarked;
