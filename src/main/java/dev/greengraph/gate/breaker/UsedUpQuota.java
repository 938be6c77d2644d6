package dev.greengraph.gate.breaker;

import dev.greengraph.upstream.failure.QuotaUse;
import java.time.Instant;

/**
 * The month's quota of an endpoint is used up.
 *
 * @param since when a call was refused for it first, or the upstream told so, without an answer since then
 * @param until when the gateway asks again
 * @param use what the upstream said last
 */
public record UsedUpQuota(Instant since, Instant until, QuotaUse use) {}
