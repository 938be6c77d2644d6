package dev.greengraph.graphql.directory;

import dev.greengraph.cache.Reading;
import dev.greengraph.graphql.paging.FreshnessMapping;
import dev.greengraph.upstream.row.directory.ContactInfoRow;
import java.time.Instant;

/** Shows what the messenger says about a person. */
final class ContactDetailsMapping {

    private ContactDetailsMapping() {}

    static ContactDetails of(Reading<ContactInfoRow> reading) {
        ContactInfoRow row = reading.value();
        Long seen = row.lastSeen();
        return new ContactDetails(
                row.isBusiness(),
                row.email(),
                row.category(),
                row.description(),
                seen == null || seen == 0 ? null : Instant.ofEpochSecond(seen),
                FreshnessMapping.of(reading.freshness()));
    }
}
