package dev.greengraph.graphql.status;

import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.Contact;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** A status of any kind: what all have is shown from its envelope. */
@Description("A story of a contact.")
public sealed interface Status extends Node permits MediaStatus, TextStatus, DeletedStatus, UnknownStatus {

    /** What every status has. */
    @Ignore
    StatusEnvelope envelope();

    @Override
    @Id
    @Query
    @NonNull
    @Description("Globally unique and opaque; the argument of Query.node.")
    default String id() {
        return envelope().id();
    }

    @Query
    @NonNull
    @Description("The upstream's id.")
    default String statusId() {
        return envelope().statusId();
    }

    @Query
    @Description("The chat with the contact.")
    @SemanticNonNull
    default Chat chat() {
        return envelope().chat();
    }

    @Query
    @Description("The contact.")
    @SemanticNonNull
    default Contact sender() {
        return envelope().sender();
    }

    @Query
    @NonNull
    @Description("When it was received. Seconds precision, UTC.")
    default Instant sentAt() {
        return envelope().sentAt();
    }

    @Query
    @NonNull
    @Description("The upstream's typeMessage, exactly as it was sent; empty if none was.")
    default String upstreamType() {
        return envelope().upstreamType();
    }

    @Query
    @Description("The text or the caption; null if there is none.")
    default @Nullable String text() {
        return envelope().text();
    }
}
