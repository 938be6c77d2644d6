package dev.greengraph.graphql.message;

import dev.greengraph.graphql.message.content.Direction;
import dev.greengraph.graphql.message.content.MessageType;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which messages are wanted; what is left out does not matter. */
@Input("MessageFilter")
@Description("Which messages are wanted. All given conditions have to hold; what is left out does not matter.")
public record MessageFilter(
        @Description("Only this way. A filter by direction reads only that journal.") @Nullable
        Direction direction,

        @Description("Only of these kinds.") @Nullable List<@NonNull MessageType> types,

        @Description("Only of the chats with these upstream ids.") @Nullable
        List<@NonNull String> chatIds,

        @Description("Only from the senders with these upstream ids; outgoing messages have none.") @Nullable
        List<@NonNull String> senderIds,

        @Description("Case-insensitive substring of text.") @Nullable
        String text,

        @Description(
                "False leaves out edits, deletions, reactions and votes whose message is in the same list: they are shown on it.")
        @Nullable
        Boolean folded) {

    /**
     * Keeps copies. Written out although it is the canonical one: of its parameters SmallRye would take the mark of the
     * elements for that of the list and demand every list.
     */
    public MessageFilter(
            @Nullable Direction direction,
            @Nullable List<MessageType> types,
            @Nullable List<String> chatIds,
            @Nullable List<String> senderIds,
            @Nullable String text,
            @Nullable Boolean folded) {
        this.direction = direction;
        this.types = types == null ? null : List.copyOf(types);
        this.chatIds = chatIds == null ? null : List.copyOf(chatIds);
        this.senderIds = senderIds == null ? null : List.copyOf(senderIds);
        this.text = text;
        this.folded = folded;
    }
}
