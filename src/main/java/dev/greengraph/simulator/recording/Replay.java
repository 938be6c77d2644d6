package dev.greengraph.simulator.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import dev.greengraph.simulator.wire.Refusals;
import dev.greengraph.simulator.wire.UpstreamMethod;
import dev.greengraph.simulator.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Answers as a recorded account did, at any moment after its start.
 *
 * <p>The gateway that asks now need not ask what was asked then: other minutes, another count. So an answer with a list
 * is put together from the entries of all answers about the same, each as it was last seen by then; what lies ahead is
 * hidden. Any other answer is the last one by then, or the first. What was never asked about is not found, but for two:
 * a history is what the journals hold of its chat, a message is any entry with its id.
 */
public final class Replay {

    private static final int USUAL_MINUTES = 1440;
    private static final int USUAL_COUNT = 100;

    private final List<Exchange> exchanges;
    private final Instant start;

    /**
     * @param messenger which account
     * @param start when the recording begins now: all times are moved
     * @param media the beginning of addresses of files
     */
    public Replay(Recording recording, Messenger messenger, Instant start, String media) {
        long seconds = Duration.between(recording.from(), start).toSeconds();
        this.exchanges = recording.exchanges().getOrDefault(messenger, List.of()).stream()
                .map(each -> new Exchange(
                        each.atMillis(), each.question(), each.status(), moved("", each.body(), seconds, media)))
                .toList();
        this.start = start;
    }

    /** The answer to a question now. */
    public WireAnswer answer(Question question, Instant now) {
        List<Exchange> about = exchanges.stream()
                .filter(each -> each.question().isAbout(question))
                .toList();
        List<Exchange> heard = about.stream().filter(each -> isBy(now, each)).toList();
        if (about.isEmpty()) {
            return neverAsked(question, now);
        }
        Exchange latest = heard.isEmpty() ? about.get(0) : heard.get(heard.size() - 1);
        if (!latest.isData() || !isList(question)) {
            return WireAnswer.json(
                    latest.status(), latest.body().isNull() ? "" : latest.body().toString());
        }
        return list(question, entries(about, now), now);
    }

    private static boolean isList(Question question) {
        return question.isOfMinutes() || question.method() == UpstreamMethod.GET_CHAT_HISTORY;
    }

    private WireAnswer neverAsked(Question question, Instant now) {
        if (question.method() == UpstreamMethod.GET_CHAT_HISTORY) {
            String chatId = question.arguments().path("chatId").asText();
            return list(
                    question,
                    journals(entry -> chatId.equals(entry.path("chatId").asText()), now),
                    now);
        }
        if (question.method() == UpstreamMethod.GET_MESSAGE) {
            String id = question.arguments().path("idMessage").asText();
            return journals(entry -> id.equals(entry.path("idMessage").asText()), now).stream()
                    .findFirst()
                    .map(entry -> WireAnswer.json(200, entry.toString()))
                    .orElseGet(() -> Refusals.validation("", "Message not found by id '" + id + "'", now));
        }
        return Refusals.notFound();
    }

    private Collection<JsonNode> journals(Predicate<JsonNode> wanted, Instant now) {
        List<Exchange> lists = exchanges.stream()
                .filter(each -> each.question().method() == UpstreamMethod.LAST_INCOMING_MESSAGES
                        || each.question().method() == UpstreamMethod.LAST_OUTGOING_MESSAGES
                        || each.question().method() == UpstreamMethod.GET_CHAT_HISTORY)
                .toList();
        return entries(lists, now).stream().filter(wanted).toList();
    }

    /** Each entry once, as it was last seen by now; one that is seen only later is as it was seen first. */
    private Collection<JsonNode> entries(List<Exchange> about, Instant now) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        for (Exchange each : about) {
            if (each.isData()) {
                for (JsonNode entry : each.body()) {
                    if (isBy(now, each)) {
                        entries.put(key(entry), entry);
                    } else {
                        entries.putIfAbsent(key(entry), entry);
                    }
                }
            }
        }
        return entries.values();
    }

    private static String key(JsonNode entry) {
        String id = entry.path("idMessage").asText();
        return id.isEmpty() ? entry.toString() : id;
    }

    private static WireAnswer list(Question question, Collection<JsonNode> entries, Instant now) {
        boolean isOldestFirst = question.method() == UpstreamMethod.LAST_INCOMING_MESSAGES;
        Comparator<JsonNode> byTime = Comparator.comparingLong(Replay::seconds);
        long earliest = question.isOfMinutes()
                ? now.getEpochSecond() - 60L * question.number("minutes", USUAL_MINUTES)
                : Long.MIN_VALUE;
        int count = question.isOfMinutes() ? Integer.MAX_VALUE : question.number("count", USUAL_COUNT);
        List<JsonNode> shown = new ArrayList<>(entries);
        shown.removeIf(entry -> seconds(entry) > now.getEpochSecond() || seconds(entry) < earliest);
        shown.sort(isOldestFirst ? byTime : byTime.reversed());
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        shown.stream().limit(count).forEach(array::add);
        return WireAnswer.json(200, array.toString());
    }

    private static long seconds(JsonNode entry) {
        return entry.path("timestamp").asLong();
    }

    private boolean isBy(Instant now, Exchange exchange) {
        return !start.plusMillis(exchange.atMillis()).isAfter(now);
    }

    private static JsonNode moved(String name, JsonNode value, long seconds, String media) {
        if (value.isObject()) {
            ObjectNode moved = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field ->
                            moved.set(field.getKey(), moved(field.getKey(), field.getValue(), seconds, media)));
            return moved;
        }
        if (value.isArray()) {
            ArrayNode moved = JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> moved.add(moved(name, each, seconds, media)));
            return moved;
        }
        if (Times.isTime(name, value)) {
            return JsonNodeFactory.instance.numberNode(value.asLong() + seconds);
        }
        return value.isTextual() && value.asText().startsWith(Mask.MEDIA)
                ? JsonNodeFactory.instance.textNode(media + value.asText().substring(Mask.MEDIA.length()))
                : value;
    }
}
