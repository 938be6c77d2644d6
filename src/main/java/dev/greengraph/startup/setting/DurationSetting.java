package dev.greengraph.startup.setting;

import io.quarkus.runtime.configuration.DurationConverter;
import jakarta.annotation.Priority;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads durations as the platform does, and says what a value must be where it cannot. Found through the service loader. */
@Priority(300)
public final class DurationSetting implements Converter<Duration> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Duration convert(String value) {
        try {
            return new DurationConverter().convert(value);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("- must be a duration such as 500ms, 5s, 10m or 24h");
        }
    }
}
