package dev.greengraph.startup.setting;

import jakarta.annotation.Priority;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads numbers with a fraction, and says what a value must be where it cannot. Found through the service loader. */
@Priority(300)
public final class NumberSetting implements Converter<Double> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Double convert(String value) {
        String digits = value.trim();
        if (digits.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(digits);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("- must be a number such as 1.5");
        }
    }
}
