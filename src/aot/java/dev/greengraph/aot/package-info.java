/**
 * Teaches the JVM of the packaged gateway what a start and typical queries need: {@link dev.greengraph.aot.TrainingRun}.
 *
 * <p>No part of the product and no test: only the profile {@code aot} compiles and runs it.
 */
package dev.greengraph.aot;
