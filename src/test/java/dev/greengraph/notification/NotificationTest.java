package dev.greengraph.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.greengraph.testsupport.Samples;
import dev.greengraph.upstream.failure.QuotaUse;
import dev.greengraph.upstream.row.MessageRow;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {

    private static final String INSTANCE = "7103000001";

    @ParameterizedTest
    @CsvSource({
        "incoming-call, CALL",
        "incoming-file, MESSAGE",
        "incoming-text-whatsapp, MESSAGE",
        "incoming-text-max, MISDIRECTED",
        "outgoing-message-status-failed, MISDIRECTED",
        "polling-empty, UNREADABLE",
        "quota-exceeded, QUOTA",
        "state-instance-changed, STATE"
    })
    void tellsWhatItIsAbout(String sample, NotificationKind kind) {
        assertEquals(kind, Notification.read(sample(sample), INSTANCE).kind());
    }

    @Test
    void aQuotaIsThatOfAMethodOrOfChats() {
        QuotaUse.Limit limit = new QuotaUse.Limit(3, 3, true);
        assertEquals(
                new Notification.Quota("correspondents", new QuotaUse(null, limit)),
                Notification.read(sample("quota-exceeded"), INSTANCE).usedUp());

        String ofMethod = new String(sample("quota-exceeded"), StandardCharsets.UTF_8)
                .replace("\"correspondents\"", "\"getmessage\"")
                .replace("CORRESPONDENTS_QUOTA_EXCEEDED", "QUOTE_EXCEEDED");
        assertEquals(
                new Notification.Quota("getmessage", new QuotaUse(limit, null)),
                read(ofMethod).usedUp());
        assertEquals(
                new Notification.Quota("", QuotaUse.UNKNOWN),
                read("{\"typeWebhook\":\"quotaExceeded\"}").usedUp());
    }

    @Test
    void aMessageIsWhatItsJournalSays() {
        MessageRow told =
                Notification.read(sample("incoming-text-whatsapp"), INSTANCE).row();
        MessageRow journal = Samples.rows("last-incoming-messages/whatsapp-every-kind").rows().stream()
                .filter(row -> "3AF00000000000000001".equals(row.idMessage()))
                .findFirst()
                .orElseThrow();

        assertEquals(journal.payload(), told.payload());
        assertEquals("incoming", told.type());
        assertEquals("70000001001@c.us", told.chat());
        assertEquals("Vera S.", told.senderName());
    }

    @Test
    void aMessageMayHaveTheShapeOfAJournal() {
        String flat =
                "{\"type\":\"outgoing\",\"idMessage\":\"A\",\"timestamp\":1766000000,\"typeMessage\":\"textMessage\","
                        + "\"chatId\":\"70000001001@c.us\",\"textMessage\":\"Hi\",\"statusMessage\":\"sent\"}";

        MessageRow row = read(flat).row();

        assertEquals("outgoing", row.type());
        assertEquals("sent", row.statusMessage());
    }

    @Test
    void aDeliveryNamesItsMessage() {
        Notification.Delivery change = Notification.read(sample("outgoing-message-status-failed"), "310000000001")
                .change();

        assertEquals(new Notification.Delivery("10000001", "1766000000884", "failed", 1_766_000_000L), change);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"typeWebhook\":1}",
                "{\"typeWebhook\":\"incomingMessageReceived\"}",
                "{\"typeWebhook\":\"incomingMessageReceived\",\"messageData\":[]}",
                "{\"typeWebhook\":\"outgoingMessageStatus\",\"timestamp\":\"x\"}"
            })
    void whatIsOfNoUseIsNone(String body) {
        NotificationKind kind = read(body).kind();

        assertEquals(
                body.startsWith("{") && body.length() > 1 ? NotificationKind.OTHER : NotificationKind.UNREADABLE, kind);
    }

    /** Bytes of a sample, some of them others. */
    @Test
    void noBodyBreaksIt() {
        Random random = new Random(42);
        byte[] sample = sample("incoming-file");
        for (int i = 0; i < 20_000; i++) {
            byte[] body = sample.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(128);
            }
            assertNotNull(Notification.read(body, INSTANCE).kind());
        }
    }

    private static Notification read(String body) {
        return Notification.read(body.getBytes(StandardCharsets.UTF_8), INSTANCE);
    }

    private static byte[] sample(String name) {
        return Samples.bytes("notification/" + name);
    }
}
