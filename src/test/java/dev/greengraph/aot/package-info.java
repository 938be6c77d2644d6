/**
 * Teaches the JVM of the packaged gateway what a start and typical queries need: {@link dev.greengraph.aot.TrainingRun}.
 *
 * <p>No test: the profile {@code aot} runs it, and {@code deploy/Containerfile.jvm} while the image is built.
 */
package dev.greengraph.aot;
