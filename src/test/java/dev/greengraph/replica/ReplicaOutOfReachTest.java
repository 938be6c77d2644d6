package dev.greengraph.replica;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.greengraph.gate.RetryLater;
import dev.greengraph.testsupport.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One of three replicas does not reach Redis for ten minutes while the others do, or dies; with the usual settings, over virtual
 * time. Each has one caller, who asks again some time after the last answer.
 */
class ReplicaOutOfReachTest {

    private static final int REPLICAS = 3;
    private static final int LOST = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long SPACE = 1_050;
    private static final Duration WAY = Duration.ofMillis(20);
    private static final Instant BEGIN = VirtualTime.START.plusSeconds(60);
    private static final Instant BACK = BEGIN.plus(Duration.ofMinutes(10));
    private static final Instant END = BACK.plus(Duration.ofMinutes(2));
    /** As many as the longest backoff allows, and those before it is reached. */
    private static final int MOST_REFUSED = 10 * 60 / 30 + 6;

    @RegisterExtension
    static final RunningRedis REDIS = new RunningRedis();

    private final VirtualTime time = new VirtualTime();
    private final VirtualGates gates = new VirtualGates(REDIS.server(), time, END, REPLICAS, 1);
    private final int[] served = new int[REPLICAS];
    private final List<Throwable> failures = new ArrayList<>();

    private void run(Duration pause) {
        for (int replica = 0; replica < REPLICAS; replica++) {
            int each = replica;
            time.at(VirtualTime.START.plusSeconds(10 + each), () -> ask(each, pause));
        }
        time.run();
        assertEquals(List.of(), failures);
    }

    private void ask(int replica, Duration pause) {
        if (time.instant().isAfter(END) || gates.isDead(replica)) {
            return;
        }
        gates.ask(replica, PATIENCE, WAY)
                .subscribe()
                .with(
                        answer -> {
                            served[replica]++;
                            askAgain(replica, pause);
                        },
                        failure -> {
                            if (failure instanceof RetryLater later) {
                                askAgain(replica, pause.plus(later.retryAfter()));
                            } else {
                                failures.add(failure);
                            }
                        });
    }

    private void askAgain(int replica, Duration pause) {
        time.at(time.instant().plus(pause), () -> ask(replica, pause));
    }

    /** One that is refused itself backs off, so those of the lost one are few until a call of another meets one of its. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 9})
    void allPartTheBudgetAfterTheFirstRefusedCallOfTheOthers(int pause) {
        time.at(BEGIN, () -> gates.redis().cutOff(LOST, Duration.between(BEGIN, BACK)));

        run(Duration.ofSeconds(pause));

        Instant parted = gates.refused().stream()
                .filter(call -> call.replica() != LOST)
                .map(VirtualGates.Refused::at)
                .findFirst()
                .orElse(BACK);
        assertTrue(gates.refused().stream().noneMatch(call -> call.at().isAfter(parted)), () -> "" + gates.refused());
        assertTrue(gates.refused().size() <= MOST_REFUSED, () -> "" + gates.refused());
    }

    @Test
    void whoDiesLeavesTheBudgetToTheOthers() {
        time.at(BEGIN, () -> gates.kill(LOST));

        run(Duration.ZERO);

        assertEquals(List.of(), gates.refused());
        long after = gates.arrivals().stream().filter(BEGIN::isBefore).count();
        assertEquals(Duration.between(BEGIN, END).toMillis() / SPACE, after, 5);
    }
}
