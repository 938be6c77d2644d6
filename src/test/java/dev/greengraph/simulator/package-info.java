/** Tests of the simulated upstream: over real HTTP, with a clock that only moves when told to. */
@NullMarked
package dev.greengraph.simulator;

import org.jspecify.annotations.NullMarked;
