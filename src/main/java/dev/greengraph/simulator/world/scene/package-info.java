/**
 * Fixed sequences of messages whose ids tests and docs use: every kind of message, failed deliveries, irregular rows.
 *
 * <p>Entry class: {@link dev.greengraph.simulator.world.scene.Showcase}.
 */
@NullMarked
package dev.greengraph.simulator.world.scene;

import org.jspecify.annotations.NullMarked;
