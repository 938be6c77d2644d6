package dev.greengraph.bench.http;

import dev.greengraph.admission.cost.EveryField;

/** What is asked. The simulator has the chats, the recorded upstream the messages of all kinds. */
enum MeasuredQuery {
    HUNDRED("100 messages × 8 fields", 100, history(100)),
    FIVE_HUNDRED("500 messages × 8 fields", 500, history(500)),
    INBOX(
            "inbox of 20 chats",
            20,
            "{account(name:\"main\"){chats(first:20,minutes:10080){nodes{chatId title lastMessage(minutes:10080){"
                    + MeasuredQuery.EIGHT_FIELDS + "}}}}}"),
    EVERY_FIELD(
            "every field of 100 messages of all kinds",
            100,
            EveryField.ofEveryMessage("account(name:\"recorded\")", 100));

    private static final String EIGHT_FIELDS = "id messageId sentAt direction type text deliveryStatus isEdited";

    private final String title;
    private final int messages;
    private final String document;

    MeasuredQuery(String title, int messages, String document) {
        this.title = title;
        this.messages = messages;
        this.document = document;
    }

    private static String history(int first) {
        return "{account(name:\"main\"){chat(chatId:\"70000001005@c.us\"){history(first:" + first + "){nodes{"
                + EIGHT_FIELDS + "}}}}}";
    }

    String title() {
        return title;
    }

    String document() {
        return document;
    }

    /** The answer, if it has that many messages. */
    String checked(String answer) {
        if (answer.split("\"deliveryStatus\"", -1).length != messages + 1) {
            throw new IllegalStateException(title + ": another number of messages: " + answer);
        }
        return answer;
    }
}
