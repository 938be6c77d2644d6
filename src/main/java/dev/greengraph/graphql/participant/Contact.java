package dev.greengraph.graphql.participant;

import dev.greengraph.account.AccountId;
import dev.greengraph.graphql.node.GlobalId;
import dev.greengraph.graphql.node.Node;
import dev.greengraph.upstream.ChatId;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/**
 * A person, under one of the ids that the upstream has for people.
 *
 * @param account who knows them
 * @param upstreamId the upstream's id
 * @param name the name that the person chose
 * @param contactName the name in the address book
 */
@Description("A person under one id of the upstream, with the names that the messages held by the gateway give,"
        + " else the address book where it is held:"
        + " one object wherever the person appears. Costs no upstream call.")
public record Contact(
        @Ignore AccountId account,
        @Ignore ChatId upstreamId,

        @Description("The name that the person chose; null where no message says it.") @Nullable
        String name,

        @Description("The name in the account's address book; null where there is none.") @Nullable
        String contactName)
        implements Node {

    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{4,14}@c\\.us");

    @Override
    @Query
    @Id
    @NonNull
    @Description("Globally unique and opaque; the argument of Query.node.")
    public String id() {
        return GlobalId.encode(GlobalId.Type.CONTACT, account, upstreamId.value());
    }

    @Query
    @NonNull
    @Description("The upstream's id, for example 70000001234@c.us, 900000000000001@lid or 10000000.")
    public String contactId() {
        return upstreamId.value();
    }

    @Query
    @NonNull
    @Description("The contactName, else the name, else the number in contactId.")
    public String displayName() {
        String chosen = VisibleName.of(contactName) == null ? VisibleName.of(name) : VisibleName.of(contactName);
        return chosen == null ? upstreamId.number() : chosen;
    }

    @Query
    @Description("The phone number with a plus sign; null where contactId does not tell it.")
    public @Nullable String phone() {
        return PHONE.matcher(upstreamId.value()).matches() ? "+" + upstreamId.number() : null;
    }

    @Query
    @Description("The id that hides the phone number, if contactId is one (LID mode); else null.")
    public @Nullable String lid() {
        return upstreamId.value().endsWith("@lid") ? upstreamId.value() : null;
    }
}
