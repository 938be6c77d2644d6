package dev.greengraph.gate.breaker;

import dev.greengraph.upstream.failure.UpstreamFailure;
import java.time.Instant;

/**
 * The last failure of an endpoint since the start of the process.
 *
 * @param failure what went wrong
 * @param at when
 */
public record LastFailure(UpstreamFailure failure, Instant at) {}
