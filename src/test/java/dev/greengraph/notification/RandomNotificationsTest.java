package dev.greengraph.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.AccountId;
import dev.greengraph.cache.notified.NotifiedJournal;
import dev.greengraph.cache.notified.NotifiedJournals;
import dev.greengraph.cache.notified.NotifiedJournals.Trust;
import dev.greengraph.cache.window.Window;
import dev.greengraph.cache.window.WindowFixture;
import dev.greengraph.testsupport.ManualClock;
import dev.greengraph.testsupport.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Notifications that no upstream sends: real ones with fields changed, moved, taken out, and cut in the middle. None of them throws, and
 * what is remembered of them is bounded. So many as the system property {@code random.notifications} says.
 */
class RandomNotificationsTest {

    private static final int COUNT = Integer.getInteger("random.notifications", 20_000);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ID_INSTANCE = "7103000001";
    private static final int MOST = 2_000;

    private final Random random = new Random(42);
    private final ManualClock clock = new ManualClock();
    private final NotifiedJournals journals =
            new NotifiedJournals(clock, new Trust(Duration.ofMinutes(1), Duration.ofMinutes(5)));
    private final NotifiedJournal incoming = journals.of(new AccountId("main"), false);
    private final NotifiedJournal outgoing = journals.of(new AccountId("main"), true);

    @Test
    void nothingIsThrownAndMemoryIsBounded() throws IOException {
        List<JsonNode> samples = samples();
        Map<NotificationKind, Integer> kinds = new EnumMap<>(NotificationKind.class);
        for (int i = 0; i < COUNT; i++) {
            Notification notification =
                    Notification.read(bytes(samples.get(random.nextInt(samples.size()))), ID_INSTANCE);
            kinds.merge(notification.kind(), 1, Integer::sum);
            take(notification);
            clock.advance(Duration.ofMillis(random.nextInt(20)));
            if (i % 1_000 == 0) {
                assertBounded();
            }
        }
        assertBounded();
        assertEquals(NotificationKind.values().length, kinds.size(), kinds::toString);
    }

    private void take(Notification notification) {
        switch (notification.kind()) {
            case MESSAGE -> (notification.row().isOutgoing() ? outgoing : incoming).message(notification.row());
            case DELIVERY -> {
                Notification.Delivery change = notification.change();
                outgoing.delivery(change.chatId(), change.messageId(), change.status(), change.seconds());
            }
            default -> {} // nothing is remembered of it
        }
    }

    private void assertBounded() {
        for (NotifiedJournal journal : List.of(incoming, outgoing)) {
            Window shown = journal.answered(WindowFixture.window());
            assertTrue(shown.rows().size() <= MOST, () -> shown.rows().size() + " are remembered");
        }
    }

    private static List<JsonNode> samples() throws IOException {
        List<JsonNode> samples = new ArrayList<>();
        for (String name : List.of(
                "incoming-call",
                "incoming-file",
                "incoming-text-max",
                "incoming-text-whatsapp",
                "outgoing-message-status-failed",
                "polling-envelope",
                "quota-exceeded",
                "state-instance-changed")) {
            JsonNode sample = MAPPER.readTree(Samples.bytes("notification/" + name));
            samples.add(sample.has("body") ? sample.path("body") : sample);
        }
        return samples;
    }

    /** Half of them only with another id, so that much is remembered. */
    private byte[] bytes(JsonNode sample) throws IOException {
        ObjectNode changed = sample.deepCopy();
        if (random.nextInt(10) > 0) {
            changed.withObject("/instanceData").put("idInstance", ID_INSTANCE);
        }
        changed.put("idMessage", "M" + random.nextInt(100_000));
        if (random.nextBoolean()) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                change(changed);
            }
        }
        byte[] whole = MAPPER.writeValueAsBytes(changed);
        if (random.nextInt(50) > 0) {
            return whole;
        }
        byte[] cut = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
        if (cut.length > 0) {
            cut[random.nextInt(cut.length)] = (byte) random.nextInt();
        }
        return cut;
    }

    private void change(ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (node.get(name) instanceof ObjectNode inner && random.nextInt(3) > 0) {
            change(inner);
        } else if (random.nextInt(4) == 0) {
            node.remove(name);
        } else {
            node.set(random.nextInt(8) == 0 ? names.get(0) : name, value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(9)) {
            case 0 -> MAPPER.nullNode();
            case 1 -> MAPPER.getNodeFactory().numberNode(random.nextLong());
            case 2 -> MAPPER.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 3 -> MAPPER.getNodeFactory().textNode("x".repeat(random.nextInt(2_000)));
            case 4 -> MAPPER.getNodeFactory().textNode("\uD83D" + (char) random.nextInt(0xFFFF));
            case 5 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 6 -> MAPPER.createObjectNode().put("deep", random.nextInt());
            case 7 -> {
                ArrayNode list = MAPPER.createArrayNode();
                yield list.add(random.nextInt()).addObject().put("inside", "");
            }
            default -> MAPPER.getNodeFactory().textNode("outgoingMessageStatus");
        };
    }
}
