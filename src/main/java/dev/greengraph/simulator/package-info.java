/**
 * A messenger upstream in this process: believable data, the real limits, the real errors, and failures on demand.
 *
 * <p>It speaks HTTP on a loopback port, for dev mode, tests and the demo build; the production build does not contain
 * it. It shares {@code account.Messenger} with the gateway, nothing else. {@code content} and {@code world}
 * make the data, {@code recording} keeps and repeats answers, {@code wire} is the protocol, {@code fault} the failures; this package joins them. Entry class: {@link
 * dev.greengraph.simulator.Simulator}.
 */
@NullMarked
package dev.greengraph.simulator;

import org.jspecify.annotations.NullMarked;
