package dev.greengraph.graphql.message.kind;

import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.message.content.DeliveryStatus;
import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.Envelope;
import dev.greengraph.graphql.message.content.MessageType;
import dev.greengraph.graphql.message.content.Quote;
import dev.greengraph.graphql.message.content.UnavailableReason;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** A message of any kind: what all have is shown from its envelope. */
@Description("What every message has, whatever its kind.")
public interface Message extends Node {

    /** What every message has. */
    @Ignore
    Envelope envelope();

    @Override
    @Id
    @Query
    @NonNull
    @Description("Globally unique and opaque; the argument of Query.node.")
    default String id() {
        return envelope().id();
    }

    @Query
    @Description("The upstream's id; null only where the upstream gives none (BlockMessage).")
    default @Nullable String messageId() {
        return envelope().messageId();
    }

    @Query
    @Description("The chat it belongs to.")
    @SemanticNonNull
    default Chat chat() {
        return envelope().chat();
    }

    @Query
    @NonNull
    @Description("Which way it went.")
    default Direction direction() {
        return envelope().direction();
    }

    @Query
    @NonNull
    @Description(
            "When it was sent or received. Seconds precision, UTC. Of an outgoing message on WhatsApp the earliest moment"
                    + " that the upstream gave for it: the sending, or the first receipt if only the journal is known.")
    default Instant sentAt() {
        return envelope().sentAt();
    }

    @Query
    @Description(
            "When its delivery last changed, as the outgoing journal tells. Seconds precision, UTC. Null where that journal"
                    + " has not shown the message in its present state.")
    default @Nullable Instant statusChangedAt() {
        return envelope().statusChangedAt();
    }

    @Query
    @NonNull
    @Description("Its kind; one value for each implementation.")
    default MessageType type() {
        return envelope().type();
    }

    @Query
    @NonNull
    @Description("The upstream's typeMessage, exactly as it was sent; empty if none was.")
    default String upstreamType() {
        return envelope().upstreamType();
    }

    @Query
    @Description(
            "The text a chat list would show: the body, the caption, the poll's question, the place's name; null if there is none.")
    default @Nullable String text() {
        return envelope().text();
    }

    @Query
    @Description(
            "Why text or file are null although the message has some: the upstream has a placeholder there. Null in the usual case.")
    default @Nullable UnavailableReason unavailable() {
        return envelope().unavailable();
    }

    @Query
    @Description("Who sent it. Incoming messages only; null where the upstream does not say.")
    default @Nullable Contact sender() {
        return envelope().sender();
    }

    @Query
    @Description("How far it got. Outgoing messages only.")
    default @Nullable DeliveryStatus deliveryStatus() {
        return envelope().deliveryStatus();
    }

    @Query
    @Description(
            "Outgoing messages only: whether it was sent through the API (not from the phone); null where the upstream does not say.")
    default @Nullable Boolean sentByApi() {
        return envelope().sentByApi();
    }

    @Query
    @Name("isForwarded")
    @Description("Whether it was forwarded.")
    default boolean isForwarded() {
        return envelope().forwarding().isForwarded();
    }

    @Query
    @Description("How often it was forwarded, as far as the upstream knows.")
    default int forwardingScore() {
        return envelope().forwarding().score();
    }

    @Query
    @Name("isEdited")
    @Description("Whether it was edited; its text is the new one.")
    default boolean isEdited() {
        return envelope().isEdited();
    }

    @Query
    @Name("isDeleted")
    @Description("Whether it was deleted; the upstream keeps its text.")
    default boolean isDeleted() {
        return envelope().isDeleted();
    }

    @Query
    @Description("The message this one replies or reacts to; null if there is none.")
    default @Nullable Quote quote() {
        return envelope().quote();
    }
}
