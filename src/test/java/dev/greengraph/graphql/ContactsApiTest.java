package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.await;
import static dev.greengraph.testsupport.gateway.Gateway.failed;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.greengraph.testsupport.Samples;
import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address book, what is known of one person, and groups: a call only where a field needs it, one for a list. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class ContactsApiTest {

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    private static final String VERA = "70000001001@c.us";
    private static final String GROUP = "120363000000000101@g.us";
    private static final String BOOK =
            "addressBook { totalCount coverage { isComplete } freshness { state code } nodes { contactId name contactName displayName } }";
    private static final String MEMBERS =
            "group { subject description createdAt memberCount owner { contactId } members"
                    + " { isAdmin isOwner lid contact { contactId displayName } } freshness { state code } }";
    private static final String SHOWN = "data.account.addressBook.";
    private static final String OF_GROUP = "data.account.chat.group.";

    @Test
    void listsPeopleWithoutGroupsForOneCall() {
        UpstreamAccount account = known(upstream.whatsapp());

        succeeded(ask(account, BOOK))
                .body(SHOWN + "totalCount", equalTo(1))
                .body(SHOWN + "coverage.isComplete", equalTo(true))
                .body(SHOWN + "nodes.contactId", contains(VERA))
                .body(SHOWN + "nodes.name", contains("Vera S."))
                .body(SHOWN + "nodes.contactName", contains("Вера Примерова"))
                .body(SHOWN + "nodes.displayName", contains("Вера Примерова"));
        assertEquals(List.of("getContacts"), account.takeCalls());

        clock.advance(Duration.ofHours(1));
        succeeded(ask(account, BOOK)).body(SHOWN + "freshness.state", equalTo("FRESH"));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void readsTheBookOfMax() {
        UpstreamAccount account = upstream.max().on("getContacts", sample("get-contacts/max-person"));

        succeeded(ask(account, BOOK))
                .body(SHOWN + "nodes.contactId", contains("10000001"))
                .body(SHOWN + "nodes.contactName", contains("Вера"));
    }

    @Test
    void namesPeopleFromTheBookThatIsHeld() {
        UpstreamAccount account = known(upstream.whatsapp());
        String person = chat(VERA, "title person { name displayName phone }");
        succeeded(ask(account, BOOK));
        clock.advance(Duration.ofMinutes(1));
        account.takeCalls();

        succeeded(ask(account, person))
                .body("data.account.chat.person.name", equalTo("Vera S."))
                .body("data.account.chat.person.displayName", equalTo("Вера Примерова"))
                .body("data.account.chat.title", equalTo("Вера Примерова"));
        assertEquals(List.of("lastIncomingMessages?minutes=1440"), account.takeCalls());
    }

    @Test
    void prefersTheNamesThatMessagesGive() {
        UpstreamAccount account = known(upstream.whatsapp())
                .incoming(received(VERA, id(1), clock.instant())
                        .put("senderName", "Vera the new")
                        .encode());
        succeeded(ask(account, "messages { totalCount } " + BOOK))
                .body(SHOWN + "nodes.displayName", contains("Вера Примерова"));

        succeeded(ask(account, BOOK)).body(SHOWN + "nodes.name", contains("Vera the new"));
    }

    @Test
    void aGroupIsNoPerson() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(ask(account, chat(GROUP, "person { displayName }"))).body("data.account.chat.person", nullValue());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void asksForDetailsOnlyWhereTheyAreSelected() {
        UpstreamAccount account = upstream.whatsapp().on("getContactInfo", sample("get-contact-info/whatsapp-shop"));
        String details = "person { contactId details { isBusiness email category description lastSeenAt"
                + " freshness { state } } }";
        succeeded(ask(account, chat("70000001002@c.us", "person { contactId }")));
        assertEquals(List.of(), account.takeCalls());

        succeeded(ask(account, chat("70000001002@c.us", details)))
                .body("data.account.chat.person.details.isBusiness", equalTo(true))
                .body("data.account.chat.person.details.email", equalTo("shop@shop.example"))
                .body("data.account.chat.person.details.category", equalTo("Shop"))
                .body("data.account.chat.person.details.description", nullValue())
                .body("data.account.chat.person.details.lastSeenAt", nullValue());
        succeeded(ask(account, chat("70000001002@c.us", details)));
        assertEquals(List.of("getContactInfo {\"chatId\":\"70000001002@c.us\"}"), account.takeCalls());
    }

    @Test
    void readsTheDetailsOfMax() {
        UpstreamAccount account = upstream.max().on("getContactInfo", sample("get-contact-info/max-person"));

        succeeded(ask(account, chat("10000001", "person { details { isBusiness lastSeenAt } }")))
                .body("data.account.chat.person.details.isBusiness", nullValue())
                .body("data.account.chat.person.details.lastSeenAt", equalTo("2025-12-17T19:33:20Z"));
    }

    @Test
    void showsThePictureOfAPerson() {
        UpstreamAccount account =
                upstream.whatsapp().on("getAvatar", Reply.json("{\"urlAvatar\":\"https://pictures.example/v.jpg\"}"));

        succeeded(ask(account, chat(VERA, "avatar { url } person { avatar { url } }")))
                .body("data.account.chat.avatar.url", equalTo("https://pictures.example/v.jpg"))
                .body("data.account.chat.person.avatar.url", equalTo("https://pictures.example/v.jpg"));
        assertEquals(List.of("getAvatar {\"chatId\":\"" + VERA + "\"}"), account.takeCalls());
    }

    @Test
    void showsAGroupWithItsMembers() {
        UpstreamAccount account =
                known(upstream.whatsapp()).on("getGroupData", sample("get-group-data/whatsapp-two-members"));
        succeeded(ask(account, BOOK));
        account.takeCalls();

        String shown = succeeded(ask(account, chat(GROUP, MEMBERS)))
                .body(OF_GROUP + "subject", equalTo("Sample group"))
                .body(OF_GROUP + "createdAt", equalTo("2025-12-17T19:16:40Z"))
                .body(OF_GROUP + "memberCount", equalTo(2))
                .body(OF_GROUP + "owner.contactId", equalTo("70000001000@c.us"))
                .body(OF_GROUP + "members.contact.contactId", contains("70000001000@c.us", VERA))
                .body(OF_GROUP + "members.contact.displayName", contains("70000001000", "Вера Примерова"))
                .body(OF_GROUP + "members.lid", contains("900000000000000@lid", "900000000000003@lid"))
                .body(OF_GROUP + "members.isAdmin", contains(true, false))
                .body(OF_GROUP + "members.isOwner", contains(true, false))
                .extract()
                .asString();
        assertFalse(shown.contains("nvite"), "the link that invites");
        assertEquals(List.of("getGroupData {\"groupId\":\"" + GROUP + "\"}"), account.takeCalls());

        clock.advance(Duration.ofMinutes(10));
        succeeded(ask(account, chat(GROUP, MEMBERS)));
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void readsAGroupOfMax() {
        UpstreamAccount account = upstream.max().on("getGroupData", sample("get-group-data/max-two-members"));

        succeeded(ask(account, chat("-70000000000001", MEMBERS)))
                .body(OF_GROUP + "members.contact.contactId", contains("10000000", "10000001"))
                .body(OF_GROUP + "members.lid", contains(nullValue(), nullValue()));
        assertEquals(List.of("getGroupData {\"chatId\":\"-70000000000001\"}"), account.takeCalls());
    }

    @Test
    void aPersonalChatHasNoGroup() {
        UpstreamAccount account = upstream.whatsapp();

        succeeded(ask(account, chat(VERA, MEMBERS))).body("data.account.chat.group", nullValue());
        assertEquals(List.of(), account.takeCalls());
    }

    @Test
    void servesTheLastGroupWhileTheUpstreamFails() {
        UpstreamAccount account = upstream.whatsapp().on("getGroupData", sample("get-group-data/whatsapp-two-members"));
        String group = chat(GROUP, MEMBERS);
        ask(account, group);
        account.on("getGroupData", Reply.refusal(500, "x"));
        clock.advance(Duration.ofMinutes(11));
        ask(account, group);

        await(() -> "UPSTREAM_UNAVAILABLE".equals(ask(account, group).extract().path(OF_GROUP + "freshness.code")));

        succeeded(ask(account, group)).body(OF_GROUP + "freshness.state", equalTo("STALE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Error: item-not-found\"", "\"Error: forbidden\"", "{}", "7"})
    void refusesAnswersOfAnotherShape(String body) {
        UpstreamAccount account = upstream.whatsapp()
                .on("getGroupData", Reply.json(body))
                .on("getContacts", Reply.json(body))
                .on("getContactInfo", Reply.json(body));

        failed(ask(account, chat(GROUP, MEMBERS)), "UPSTREAM_INVALID_RESPONSE");
        failed(ask(account, BOOK), "UPSTREAM_INVALID_RESPONSE");
        failed(ask(account, chat(VERA, "person { details { email } }")), "UPSTREAM_INVALID_RESPONSE");
    }

    private static UpstreamAccount known(UpstreamAccount account) {
        return account.on("getContacts", sample("get-contacts/whatsapp-person-and-group"));
    }

    private static String chat(String id, String fields) {
        return "chat(chatId: \"%s\") { %s }".formatted(id, fields);
    }

    private static Reply sample(String name) {
        return Reply.json(new String(Samples.bytes(name), StandardCharsets.UTF_8));
    }
}
