package dev.greengraph.startup.setting;

import jakarta.annotation.Priority;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads whole numbers, and says what a value must be where it cannot. Found through the service loader. */
@Priority(300)
public final class WholeNumberSetting implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Integer convert(String value) {
        String digits = value.trim();
        if (digits.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(digits);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("- must be a whole number such as 100");
        }
    }
}
