package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ways to ask one gateway for the same bytes: plain resources, and whatever is compared with them. */
final class Comparison {

    private final MeasuredQuery query;
    private final Question question;
    private final Buffer answer;
    private final Side text;
    private final Side records;
    private final List<Goal> goals = new ArrayList<>();

    /** A side that has a goal. */
    record Goal(Side side, String most) {}

    /** Asks the gateway once and gives it its own answer as a plain resource. */
    Comparison(GatewayProcess gateway, MeasuredQuery query) throws IOException, InterruptedException {
        this.query = query;
        this.question = Question.query(gateway.uri("/graphql"), query.document());
        String body = query.checked(new Caller().answer(question));
        this.answer = Buffer.buffer(body);
        String plain = "/plain/" + query.name();
        new Caller().put(gateway.uri(plain), body);
        this.text = new Side("plain text", Question.get(gateway.uri(plain + "/text")), answer);
        this.records = new Side("plain records", Question.get(gateway.uri(plain + "/records")), answer);
    }

    /** The query itself, as one more side. */
    Comparison with(String how, String goal) {
        return with(new Side(how, question, answer), goal);
    }

    /** The same answer by another request. */
    Comparison with(String how, Question other, String goal) {
        return with(new Side(how, other, other.status() == 304 ? Buffer.buffer() : answer), goal);
    }

    Comparison with(Side side, String goal) {
        goals.add(new Goal(side, goal));
        return this;
    }

    /** All that has to be measured. */
    Stream<Side> sides() {
        return Stream.concat(Stream.of(text, records), goals.stream().map(Goal::side));
    }

    MeasuredQuery query() {
        return query;
    }

    Side text() {
        return text;
    }

    Side records() {
        return records;
    }

    List<Goal> goals() {
        return List.copyOf(goals);
    }
}
