package dev.greengraph.graphql.message.content;

import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/**
 * What the upstream embedded of a quoted message.
 *
 * @param envelope of the message that quotes it, in the same chat
 * @param participant the upstream's id of its author
 */
@Description("What the upstream embedded of the quoted message, as it was when quoted.")
public record Quote(
        @Ignore Envelope envelope,

        @Description("The upstream's id of the quoted message.") @NonNull
        String messageId,

        @Ignore @Nullable String participant,

        @Description("Its kind; null on reactions and where the upstream could not resolve the original.") @Nullable
        MessageType type,

        @Description("Its text when it was quoted; null if there is none.") @Nullable
        String text,

        @Description("Base64 of its small preview; null if there is none.") @Nullable
        String thumbnail,

        @Description("The type of its file; null if it has none.") @Nullable
        String mimeType) {

    @Query
    @Description("Its author; null where the upstream does not say.")
    public @Nullable Contact sender() {
        return participant == null ? null : envelope.contact(participant);
    }

    @Query
    @Description("Its text now, as far as the gateway holds the message, else as it was when quoted. Needs no call.")
    public @Nullable String currentText() {
        return envelope.referred(messageId).map(Envelope.Referred::text).orElse(text);
    }

    @Query
    @Name("isEdited")
    @Description("Whether it was edited; null where the gateway does not hold the message. Needs no call.")
    public @Nullable Boolean isEdited() {
        return envelope.referred(messageId).map(Envelope.Referred::isEdited).orElse(null);
    }

    @Query
    @Name("isDeleted")
    @Description("Whether it was deleted; null where the gateway does not hold the message. Needs no call.")
    public @Nullable Boolean isDeleted() {
        return envelope.referred(messageId).map(Envelope.Referred::isDeleted).orElse(null);
    }

    /** The chat of both messages. */
    @Ignore
    public Chat chat() {
        return envelope.chat();
    }
}
