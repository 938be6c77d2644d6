package dev.greengraph.startup.setting;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import jakarta.annotation.Priority;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads sizes as the platform does, and says what a value must be where it cannot. Found through the service loader. */
@Priority(300)
public final class SizeSetting implements Converter<MemorySize> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable MemorySize convert(String value) {
        try {
            return new MemorySizeConverter().convert(value);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("- must be a size such as 1024, 128K or 16M");
        }
    }
}
