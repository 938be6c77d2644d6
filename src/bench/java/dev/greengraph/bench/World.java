package dev.greengraph.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.testsupport.VirtualTime;
import dev.greengraph.upstream.ChatId;
import dev.greengraph.upstream.MessageId;
import dev.greengraph.upstream.row.MessageRow;
import dev.greengraph.upstream.row.RowReader;
import dev.greengraph.upstream.row.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The messages of an account, past and to come. In chat {@code n} one is written every {@code 10 n} minutes on average,
 * in turn by the contact and by the account; each chat begins {@value #DEPTH} messages before the run.
 */
final class World {

    /** Messages in a chat before the run begins. */
    static final int DEPTH = 300;

    private static final long BUSIEST_GAP = 600;
    private static final int BYTES = 400;

    private final List<List<MessageRow>> chats = new ArrayList<>();
    private final List<MessageRow> incoming = new ArrayList<>();
    private final List<MessageRow> outgoing = new ArrayList<>();

    World(BenchConfig config) {
        Random chance = new Random(config.seed());
        long start = VirtualTime.START.getEpochSecond();
        long end = start + 60L * config.minutes() + 600;
        for (int chat = 0; chat < Math.max(config.chats(), config.burst()); chat++) {
            long gap = BUSIEST_GAP * (chat + 1);
            List<MessageRow> rows = new ArrayList<>();
            int number = 0;
            for (long second = start - DEPTH * gap; second < end; number++) {
                rows.add(row(chat, number, second));
                second += 1 + (long) (2 * gap * chance.nextDouble());
            }
            chats.add(rows);
            rows.forEach(row -> (row.type().equals("incoming") ? incoming : outgoing).add(row));
        }
        incoming.sort(Comparator.comparing(MessageRow::seconds));
        outgoing.sort(Comparator.comparing(MessageRow::seconds));
    }

    static MessageRow row(int chat, int number, long second) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("idMessage", "BENCH%06d%08d".formatted(chat, number));
        entry.put("timestamp", second);
        entry.put("typeMessage", "textMessage");
        entry.put("chatId", chat(chat).value());
        entry.put("textMessage", "message " + number);
        if (number % 2 == 0) {
            entry.put("senderContactName", "contact " + chat);
        }
        return RowReader.row(entry, number % 2 == 0 ? "incoming" : "outgoing").orElseThrow();
    }

    static ChatId chat(int number) {
        return new ChatId("7%010d@c.us".formatted(number));
    }

    /** The received messages of the last minutes. */
    Rows incoming(Instant now, int minutes) {
        return last(incoming, now, minutes);
    }

    /** The sent messages of the last minutes. */
    Rows outgoing(Instant now, int minutes) {
        return last(outgoing, now, minutes);
    }

    /** The newest messages of a chat. */
    Rows history(ChatId chat, Instant now, int count) {
        List<MessageRow> rows = rows(chat);
        int end = before(rows, now.getEpochSecond() + 1);
        return answer(rows.subList(Math.max(0, end - count), end));
    }

    /** A message by its ids. */
    MessageRow find(ChatId chat, MessageId id) {
        return rows(chat).stream()
                .filter(row -> id.value().equals(row.idMessage()))
                .findFirst()
                .orElseThrow();
    }

    /** A message counted from the newest, which is 0. */
    MessageRow message(int chat, Instant now, int back) {
        List<MessageRow> rows = chats.get(chat);
        return rows.get(Math.max(0, before(rows, now.getEpochSecond() + 1) - 1 - back));
    }

    private List<MessageRow> rows(ChatId chat) {
        return chats.get(Integer.parseInt(chat.number().substring(1)));
    }

    static Rows last(List<MessageRow> rows, Instant now, int minutes) {
        long second = now.getEpochSecond();
        return answer(rows.subList(before(rows, second - 60L * minutes + 1), before(rows, second + 1)));
    }

    private static Rows answer(List<MessageRow> oldestFirst) {
        List<MessageRow> newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return new Rows(newestFirst, 0, BYTES * newestFirst.size());
    }

    private static int before(List<MessageRow> rows, long second) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean isBefore = rows.get(middle).seconds() < second;
            low = isBefore ? middle + 1 : low;
            high = isBefore ? high : middle;
        }
        return low;
    }
}
