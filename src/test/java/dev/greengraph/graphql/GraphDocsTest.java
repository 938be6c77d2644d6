package dev.greengraph.graphql;

import static dev.greengraph.testsupport.gateway.Gateway.ask;
import static dev.greengraph.testsupport.gateway.Gateway.succeeded;
import static dev.greengraph.testsupport.gateway.Rows.id;
import static dev.greengraph.testsupport.gateway.Rows.received;
import static dev.greengraph.testsupport.gateway.Rows.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.greengraph.testsupport.gateway.FakeUpstream;
import dev.greengraph.testsupport.gateway.GatewayClock;
import dev.greengraph.testsupport.gateway.GatewayProfile;
import dev.greengraph.testsupport.gateway.Reply;
import dev.greengraph.testsupport.gateway.UpstreamAccount;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every query of {@code docs/graph.md} runs, and costs the upstream calls that stand below it. */
@QuarkusTest
@TestProfile(GatewayProfile.class)
class GraphDocsTest {

    private static final String VERA = "70000001001@c.us";
    private static final Pattern QUERY =
            Pattern.compile("### ([^\n]+)\n.*?```graphql\n(.*?)```\n\nCalls: (\\d+), then (\\d+)\\.", Pattern.DOTALL);

    FakeUpstream upstream;

    @Inject
    GatewayClock clock;

    @Test
    void everyQueryCostsWhatThePageSays() throws IOException {
        Matcher queries = QUERY.matcher(Files.readString(Path.of("docs", "graph.md")));
        int count = 0;
        while (queries.find()) {
            String title = queries.group(1);
            UpstreamAccount account = account();
            assertEquals(Integer.parseInt(queries.group(3)), calls(account, queries.group(2)), title);
            assertEquals(Integer.parseInt(queries.group(4)), calls(account, queries.group(2)), title + ", again");
            count++;
        }

        assertEquals(18, count);
    }

    @Test
    void whatComesAfterTheListIsFree() throws IOException {
        String page = Files.readString(Path.of("docs", "graph.md"));
        Matcher queries = Pattern.compile(QUERY.pattern() + "( \\*After the list\\*: 0\\.)?", Pattern.DOTALL)
                .matcher(page);
        UpstreamAccount account = account();
        int free = 0;
        while (queries.find()) {
            if (queries.start() == page.indexOf("### The list of chats")) {
                calls(account, queries.group(2));
            } else if (queries.group(5) != null) {
                assertEquals(0, calls(account, queries.group(2)), queries.group(1));
                free++;
            }
        }

        assertEquals(4, free);
    }

    private int calls(UpstreamAccount account, String query) {
        succeeded(ask(
                query,
                Map.of(
                                "account",
                                account.name(),
                                "chatId",
                                VERA,
                                "text",
                                "order",
                                "messageId",
                                id(1),
                                "upTo",
                                "2026-01-01T00:00:00Z")
                        .entrySet()
                        .stream()
                        .filter(variable -> query.contains("$" + variable.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
        return account.takeCalls().size();
    }

    private UpstreamAccount account() {
        Instant now = clock.instant();
        String received = received(VERA, id(1), now.minusSeconds(60)).encode();
        String sent = sent(VERA, id(2), now.minusSeconds(30)).encode();
        return upstream.whatsapp()
                .incoming(received)
                .outgoing(sent)
                .history(sent, received)
                .on("getAvatar", Reply.json("{\"urlAvatar\":\"\",\"available\":false}"));
    }
}
