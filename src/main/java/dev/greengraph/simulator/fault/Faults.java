package dev.greengraph.simulator.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.wire.UpstreamMethod;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The active faults, at most {@value #MOST}, applied in the order of their requests.
 *
 * <p>Request: {@code POST /_simulator/faults} with <code>{"kind": "hang", "account": "shop", "method": "getMessage",
 * "times": 1, "seconds": 30, "delayMillis": 200}</code>; all but {@code kind} may be left out. {@code GET} lists,
 * {@code DELETE} clears.
 */
public final class Faults {

    private static final int MOST = 50;

    private final Clock clock;
    private final FaultRequest requests;
    private final List<Active> active = new ArrayList<>();

    public Faults(Clock clock, Set<String> accounts) {
        this.clock = clock;
        this.requests = new FaultRequest(accounts);
    }

    /**
     * Adds a fault.
     *
     * @throws IllegalArgumentException if the request is not valid or too many are active; the message says what
     *     must be
     */
    public ObjectNode add(String body) {
        forgetEnded();
        Fault fault = requests.read(body);
        if (active.size() >= MOST) {
            throw new IllegalArgumentException("faults: must be at most " + MOST + " at a time");
        }
        Active added = new Active(fault, clock.instant());
        active.add(added);
        return added.describe();
    }

    /** The fault that applies to a call, if any; counts down its {@code times}. */
    public Optional<Fault> strike(String account, UpstreamMethod method) {
        forgetEnded();
        return active.stream()
                .filter(each -> each.fault.concerns(account, method))
                .findFirst()
                .map(Active::use);
    }

    public ArrayNode list() {
        forgetEnded();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        active.forEach(each -> list.add(each.describe()));
        return list;
    }

    public void clear() {
        active.clear();
    }

    private void forgetEnded() {
        Instant now = clock.instant();
        active.removeIf(each -> each.hasEnded(now));
    }

    /** A fault and its remaining calls. */
    private static final class Active {

        private final Fault fault;
        private final @Nullable Instant endsAt;
        private int struck;

        Active(Fault fault, Instant since) {
            this.fault = fault;
            this.endsAt = fault.lasting() == null ? null : since.plus(fault.lasting());
        }

        Fault use() {
            struck++;
            return fault;
        }

        boolean hasEnded(Instant now) {
            Integer times = fault.times();
            return (times != null && struck >= times) || (endsAt != null && !endsAt.isAfter(now));
        }

        ObjectNode describe() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("kind", fault.kind().wireName());
            if (fault.account() != null) {
                node.put("account", fault.account());
            }
            if (fault.method() != null) {
                node.put("method", fault.method().wireName());
            }
            node.put("struck", struck).put("delayMillis", fault.delay().toMillis());
            if (fault.times() != null) {
                node.put("timesLeft", fault.times() - struck);
            }
            if (endsAt != null) {
                node.put("endsAt", endsAt.toString());
            }
            return node;
        }
    }
}
