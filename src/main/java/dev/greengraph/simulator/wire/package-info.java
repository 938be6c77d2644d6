/**
 * The manners of the simulated upstream on the wire: methods, paths, rate limits, the bodies of its errors.
 *
 * <p>Knows neither the data ({@code simulator.world}) nor the socket. Entry classes: {@link
 * dev.greengraph.simulator.wire.RequestPath} and {@link dev.greengraph.simulator.wire.WireAnswer}.
 */
@NullMarked
package dev.greengraph.simulator.wire;

import org.jspecify.annotations.NullMarked;
