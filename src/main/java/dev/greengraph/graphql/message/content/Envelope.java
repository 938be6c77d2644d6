package dev.greengraph.graphql.message.content;

import dev.greengraph.graphql.message.folded.MessageEdit;
import dev.greengraph.graphql.message.folded.Reaction;
import dev.greengraph.graphql.message.kind.Message;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every message has; {@link Message} shows it. Each kind holds one, so that it adds only what is its own. */
public interface Envelope {

    /** The global id. */
    String id();

    /** The upstream's id. */
    @Nullable
    String messageId();

    /** The chat it belongs to. */
    Chat chat();

    /** Which way it went. */
    Direction direction();

    /** When it was sent or received, as far as is known. */
    Instant sentAt();

    /** When its delivery last changed. */
    @Nullable
    Instant statusChangedAt();

    /** Its kind. */
    MessageType type();

    /** Its kind as the upstream writes it, empty if it gives none. */
    String upstreamType();

    /** What a list of chats would show. */
    @Nullable
    String text();

    /** Why there is a placeholder instead of the text or the file. */
    @Nullable
    UnavailableReason unavailable();

    /** Who sent an incoming one. */
    @Nullable
    Contact sender();

    /** The person with that id, as the same answer shows them elsewhere. */
    Contact contact(String id);

    /** How far an outgoing one got. */
    @Nullable
    DeliveryStatus deliveryStatus();

    /** Whether an outgoing one was sent through the API. */
    @Nullable
    Boolean sentByApi();

    /** Whether and how often it was forwarded. */
    Forwarding forwarding();

    /** Whether an event edited it. */
    boolean isEdited();

    /** Whether an event deleted it. */
    boolean isDeleted();

    /** What it replies or reacts to. */
    @Nullable
    Quote quote();

    /** The reactions to it that stand, as far as they are held. */
    List<Reaction> reactions();

    /** Its edits, newest first, as far as they are held. */
    List<MessageEdit> edits();

    /** The votes by the newest tally of a poll with these options, if one is held. */
    @Nullable
    List<PollVote> results(List<String> options);

    /** Another message of its chat as it is now, if it is held. */
    Optional<Referred> referred(String messageId);

    /** What is shown of another message: its text, and whether an event changed or deleted it. */
    record Referred(@Nullable String text, boolean isEdited, boolean isDeleted) {}

    /** Whether and how often a message was forwarded. */
    record Forwarding(boolean isForwarded, int score) {}
}
