package dev.greengraph.graphql.status;

import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every status has; {@link Status} shows it.
 *
 * @param id the global id
 * @param statusId the upstream's id
 * @param chat the chat with the contact
 * @param sender the contact
 * @param sentAt when it was received
 * @param upstreamType its kind as the upstream writes it, empty if it gives none
 * @param text the text or the caption
 */
public record StatusEnvelope(
        String id,
        String statusId,
        Chat chat,
        Contact sender,
        Instant sentAt,
        String upstreamType,
        @Nullable String text) {}
