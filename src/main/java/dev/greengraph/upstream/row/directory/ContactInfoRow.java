package dev.greengraph.upstream.row.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greengraph.upstream.row.RowReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the messenger says about one person.
 *
 * <p>Source: upstream manual, getContactInfo; samples {@code upstream/get-contact-info}.
 *
 * @param email of a business
 * @param category of a business
 * @param description of a business, or what the person says of themselves
 * @param lastSeen Unix seconds; mostly hidden
 * @param isBusiness whether it is a business; WhatsApp alone says it
 */
public record ContactInfoRow(
        @Nullable String email,
        @Nullable String category,
        @Nullable String description,
        @Nullable Long lastSeen,
        @Nullable Boolean isBusiness) {

    /** Reads the answer; nothing if it names nobody. */
    public static Optional<ContactInfoRow> read(JsonNode body) {
        JsonNode business = body.path("isBusiness");
        return Optional.ofNullable(RowReader.text(body, "chatId"))
                .map(id -> new ContactInfoRow(
                        RowReader.text(body, "email"),
                        RowReader.text(body, "category"),
                        RowReader.text(body, "description"),
                        RowReader.seconds(body.path("lastSeen")),
                        business.isBoolean() ? business.booleanValue() : null));
    }
}
