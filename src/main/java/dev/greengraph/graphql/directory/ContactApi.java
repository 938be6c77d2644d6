package dev.greengraph.graphql.directory;

import dev.greengraph.cache.AccountDetails;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.graphql.participant.AnswerMapping;
import dev.greengraph.graphql.participant.AnswerMappings;
import dev.greengraph.graphql.participant.Chat;
import dev.greengraph.graphql.participant.ChatKind;
import dev.greengraph.graphql.participant.Contact;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The people that an account knows, and the groups that it is in. */
@GraphQLApi
public class ContactApi {

    private final AccountRepositories repositories;
    private final AnswerMappings answers;

    ContactApi(AccountRepositories repositories, AnswerMappings answers) {
        this.repositories = repositories;
        this.answers = answers;
    }

    @Description(
            "The people in the account's address book, by id. One upstream call, remembered for an hour; while it is"
                    + " held, its names are shown wherever a person appears whose messages give none.")
    @Cost(Reads.CONTACTS)
    @SemanticNonNull
    public Uni<ContactConnection> addressBook(
            @Source @Name("account") AccountView account,
            @Description("Most people of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        String list = "address-book:" + account.name();
        int page = Arguments.first(first, Arguments.PAGE);
        Cursor start = Cursor.decode(after, list);
        AccountDetails details = repositories.of(account.account().id()).details();
        AnswerMapping answer = answers.of(account.account().id());
        return details.contacts()
                .map(reading -> {
                    answer.shows(details.directory());
                    return ContactListMapping.page(answer, list, reading, page, start);
                })
                .uni();
    }

    @Description("The person that this is the chat with; null for a group. Costs no upstream call.")
    @Cost(Reads.NOTHING)
    public Uni<Contact> person(@Source @Name("chat") Chat chat) {
        return Uni.createFrom()
                .item(
                        chat.kind() == ChatKind.PERSONAL
                                ? answers.of(chat.account()).contact(chat.chatId())
                                : null);
    }

    @Description("What the messenger says about the person. One upstream call for each person, remembered for an hour;"
            + " null only with an error.")
    @Cost(Reads.CONTACT_DETAILS)
    @SemanticNonNull
    public Uni<ContactDetails> details(@Source @Name("contact") Contact contact) {
        return repositories
                .of(contact.account())
                .details()
                .contactInfo(contact.upstreamId())
                .map(ContactDetailsMapping::of)
                .uni();
    }

    @Description("The person's picture, as Chat.avatar; null if there is none that the account may see.")
    @Cost(Reads.AVATAR)
    public Uni<Avatar> avatar(@Source @Name("contact") Contact contact) {
        return repositories
                .of(contact.account())
                .details()
                .avatar(contact.upstreamId())
                .map(AvatarMapping::of)
                .uni();
    }

    @Description(
            "The group that this is the chat of; null in a personal chat. One upstream call for each group, remembered"
                    + " for ten minutes. An error where the account is no member any more.")
    @Cost(Reads.GROUP)
    public Uni<Group> group(@Source @Name("chat") Chat chat) {
        return chat.kind() == ChatKind.GROUP
                ? repositories
                        .of(chat.account())
                        .details()
                        .group(chat.upstreamId())
                        .map(reading -> GroupMapping.of(answers.of(chat.account()), reading))
                        .uni()
                : Uni.createFrom().nullItem();
    }
}
