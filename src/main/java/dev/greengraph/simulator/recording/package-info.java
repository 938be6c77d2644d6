/**
 * What an account was asked and what it answered, kept so that it can be answered again: without names, numbers, texts
 * and secrets, which are replaced before anything is kept.
 *
 * <p>Knows methods and answers of the wire ({@code wire}), not the invented accounts. Entry classes: {@link
 * dev.greengraph.simulator.recording.Recorder} and {@link dev.greengraph.simulator.recording.Replay}.
 */
@NullMarked
package dev.greengraph.simulator.recording;

import org.jspecify.annotations.NullMarked;
