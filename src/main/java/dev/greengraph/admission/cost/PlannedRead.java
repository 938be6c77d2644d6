package dev.greengraph.admission.cost;

import dev.greengraph.upstream.UpstreamEndpoint;

/**
 * What several fields may read together of an account: one call at most.
 *
 * @param endpoint which method is asked
 * @param minutes over how many minutes, or 0 if it is asked about the account as a whole
 */
public record PlannedRead(UpstreamEndpoint endpoint, int minutes) {}
