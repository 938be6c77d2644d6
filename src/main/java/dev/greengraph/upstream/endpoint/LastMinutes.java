package dev.greengraph.upstream.endpoint;

import dev.greengraph.upstream.UpstreamRequest;
import java.util.List;

/**
 * What happened in the last minutes.
 *
 * @param minutes 1 to 43 200
 */
public record LastMinutes(int minutes) implements UpstreamRequest {

    @Override
    public List<String> arguments() {
        return List.of(String.valueOf(minutes));
    }

    @Override
    public String window() {
        return "minutes=" + minutes;
    }
}
