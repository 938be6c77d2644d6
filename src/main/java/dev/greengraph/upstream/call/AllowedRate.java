package dev.greengraph.upstream.call;

import jakarta.ws.rs.core.Response;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The rate that the upstream names in its answers, errors included. A number that no method of it could mean says
 * nothing.
 *
 * <p>Source: header {@code X-RateLimit-Replenish-Rate}, seen on live answers, equal to the documented calls per second.
 */
final class AllowedRate {

    private static final String HEADER = "X-RateLimit-Replenish-Rate";
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 100;

    private AllowedRate() {}

    static OptionalDouble of(Response response) {
        return read(response.getHeaderString(HEADER));
    }

    static OptionalDouble read(@Nullable String header) {
        try {
            double rate = header == null ? 0 : Double.parseDouble(header.strip());
            return rate >= LOWEST && rate <= HIGHEST ? OptionalDouble.of(rate) : OptionalDouble.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }
}
