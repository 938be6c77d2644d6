package dev.greengraph.replica;

import dev.greengraph.testsupport.process.GatewayProcess;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Callers that ask one after the other, each time the next gateway of those in service, for a few chats. */
final class RoundRobinLoad {

    private static final int CALLERS = 4;
    private static final int CHATS = 4;
    /** Callers that read what they were told: the processor is for the gateways. */
    private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private final List<GatewayProcess> inService = new CopyOnWriteArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private volatile boolean goesOn = true;
    private volatile @Nullable GatewayProcess doomed;
    private CompletableFuture<Void> callers = CompletableFuture.completedFuture(null);

    /** Begins to ask those. */
    RoundRobinLoad(PackagedReplicas replicas) {
        IntStream.range(0, PackagedReplicas.REPLICAS).mapToObj(replicas::get).forEach(inService::add);
        for (int i = 0; i < CALLERS; i++) {
            callers = CompletableFuture.allOf(callers, next());
        }
    }

    private CompletableFuture<Void> next() {
        int number = asked.getAndIncrement();
        List<GatewayProcess> all = List.copyOf(inService);
        GatewayProcess gateway = all.get(number % all.size());
        return PackagedReplicas.ask(gateway, PackagedReplicas.chat(number % CHATS))
                .handle((answer, failure) -> count(gateway, answer, failure))
                .thenComposeAsync(counted -> goesOn ? next() : CompletableFuture.completedFuture(null), A_MOMENT_LATER);
    }

    private boolean count(GatewayProcess gateway, @Nullable HttpResponse<String> answer, @Nullable Throwable failure) {
        if (answer != null && answer.statusCode() == 200 && PackagedReplicas.isServed(answer)) {
            served.incrementAndGet();
        } else if (gateway != doomed) {
            failures.add(answer == null ? String.valueOf(failure) : answer.statusCode() + " " + answer.body());
        }
        return true;
    }

    /** No further request is sent to that one. */
    void leaveOut(GatewayProcess gateway) {
        inService.remove(gateway);
    }

    /** As {@link #leaveOut}, of one that is killed: what is on its way to it fails. */
    void giveUp(GatewayProcess gateway) {
        doomed = gateway;
        leaveOut(gateway);
    }

    void takeIn(GatewayProcess gateway) {
        inService.add(gateway);
    }

    /** Requests that were served. */
    int served() {
        return served.get();
    }

    /** Ends it. Returns what failed. */
    List<String> end() {
        goesOn = false;
        PackagedReplicas.await(callers::isDone);
        return List.copyOf(failures);
    }
}
