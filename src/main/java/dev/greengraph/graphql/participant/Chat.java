package dev.greengraph.graphql.participant;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.chat.ChatApi;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.graphql.property.HoldsFields;
import dev.greengraph.upstream.ChatId;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/**
 * A chat of an account. Only its identity: what is in it, {@link ChatApi} reads from the list that it is in, or from the
 * cache.
 *
 * @param account whose chat
 * @param upstreamId the upstream's id
 * @param list what the list was made of
 */
@Description("A chat of an account.")
public record Chat(
        @Ignore AccountId account,
        @Ignore ChatId upstreamId,
        @Ignore ChatListReading list) implements Node, HoldsFields {

    /** A chat that is in no list. */
    public Chat(AccountId account, ChatId upstreamId) {
        this(account, upstreamId, ChatListReading.NONE);
    }

    @Override
    @Query
    @Id
    @NonNull
    @Description("Globally unique and opaque; the argument of Query.node.")
    public String id() {
        return GlobalId.encode(GlobalId.Type.CHAT, account, upstreamId.value());
    }

    @Query
    @NonNull
    @Description("The upstream's id, for example 70000001234@c.us, 120363000000000101@g.us or -70000000000001.")
    public String chatId() {
        return upstreamId.value();
    }

    @Override
    public boolean holds(String field, Map<String, Object> arguments) {
        return switch (field) {
            case "title" ->
                upstreamId.kind() == ChatId.Kind.GROUP || !list.names().isEmpty() || list.isNamed(upstreamId);
            case "lastMessage", "recentMessages", "unreadCount" ->
                arguments.get("since") == null
                        && arguments.get("until") == null
                        && list.window(asked(arguments.get("minutes"))).isPresent();
            default -> false;
        };
    }

    private Span asked(@Nullable Object minutes) {
        return minutes instanceof Integer number ? new Span(number, null, null) : list.span();
    }

    @Query
    @NonNull
    @Description("What it is, as far as its id tells.")
    public ChatKind kind() {
        return ChatKind.of(upstreamId);
    }
}
