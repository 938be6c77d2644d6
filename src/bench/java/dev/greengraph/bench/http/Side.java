package dev.greengraph.bench.http;

import dev.greengraph.testsupport.process.GatewayProcess;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One side of a comparison: what is asked of the gateway, and what was measured of it. */
final class Side {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 16);

    private final String name;
    private final Question question;
    private final Buffer right;
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> cpuMicros = new ArrayList<>();

    /** @param right the only right body */
    Side(String name, Question question, Buffer right) {
        this.name = name;
        this.question = question;
        this.right = right;
    }

    String name() {
        return name;
    }

    int bytes() {
        return right.length();
    }

    /** Answers a second, median of the rounds. */
    double perSecond() {
        return median(perSecond);
    }

    /** CPU of the gateway's process for an answer in microseconds, median of the rounds. */
    double cpuMicros() {
        return median(cpuMicros);
    }

    /** Asks for so long and forgets what it cost. */
    void warmUp(Duration time) {
        ask(time);
    }

    /** One round; what it cost is kept. */
    void measure(GatewayProcess gateway, Duration time) {
        Duration before = cpu(gateway);
        int answered = ask(time);
        Duration used = cpu(gateway).minus(before);
        add(answered, used, time);
    }

    /** A round that was measured elsewhere. */
    void add(int answered, Duration used, Duration time) {
        perSecond.add(answered * 1e9 / time.toNanos());
        cpuMicros.add(used.toNanos() / 1e3 / answered);
    }

    /** How many right answers there were; fails if there was a wrong one. */
    int ask(Duration time) {
        try (Load load = new Load(right::equals)) {
            Outcome outcome = load.closed(CONNECTIONS, time, number -> question);
            if (outcome.wrong.get() + outcome.otherStatus.get() + outcome.failed.get() > 0) {
                throw new IllegalStateException(name + ": " + outcome);
            }
            return outcome.answered() + outcome.afterwards.get();
        }
    }

    static Duration cpu(GatewayProcess gateway) {
        return gateway.handle().info().totalCpuDuration().orElseThrow();
    }

    static String connections() {
        return CONNECTIONS + " connections";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
