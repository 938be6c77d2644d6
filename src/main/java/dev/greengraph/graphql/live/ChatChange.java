package dev.greengraph.graphql.live;

import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.subscription.IdentifiedEvent;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One event of a subscription to chats. */
@Description("One change in a chat of an account.")
public record ChatChange(
        @Description("Where it stands among the changes: the argument after of a subscription that goes on from here.")
        @NonNull
        String position,

        @Description("The chat with a message that came or changed; null if changes were missed, and all chats that are"
                + " shown must be queried anew.")
        @Nullable
        Chat chat)
        implements IdentifiedEvent {

    @Override
    public String identity() {
        return position + ' ' + (chat == null ? "" : chat.upstreamId().value());
    }
}
