package dev.greengraph.graphql.participant;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.chat.ChatApi;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.upstream.ChatId;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/**
 * A chat of an account. Only its identity: what is in it, {@link ChatApi} reads from the journal.
 *
 * @param account whose chat
 * @param upstreamId the upstream's id
 */
@Description("A chat of an account.")
public record Chat(@Ignore AccountId account, @Ignore ChatId upstreamId) implements Node {

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

    @Query
    @NonNull
    @Description("What it is, as far as its id tells.")
    public ChatKind kind() {
        return ChatKind.valueOf(upstreamId.kind().name());
    }
}
