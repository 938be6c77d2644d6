package dev.greengraph.upstream.call;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.UpstreamEndpoint;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the call that a request belongs to. The REST client hands its request out once the connection stands, but not for
 * which call: the account and the method, which are part of its path, say so. Of several calls of one account to one method
 * the first to wait for a connection is the first to get one.
 */
final class InFlightCalls {

    private static final Pattern PATH = Pattern.compile("/waInstance([0-9]+)/([A-Za-z]+)/");

    private final ConcurrentMap<String, Queue<TrackedCall>> unsent = new ConcurrentHashMap<>();

    /** The call waits for its connection. */
    void add(Account account, UpstreamEndpoint endpoint, TrackedCall call) {
        calls(key(account.idInstance(), endpoint.method())).add(call);
    }

    /** The call has ended, sent or not. */
    void remove(Account account, UpstreamEndpoint endpoint, TrackedCall call) {
        calls(key(account.idInstance(), endpoint.method())).remove(call);
    }

    /** The call whose request has that path; nothing if it has ended. */
    Optional<TrackedCall> take(String path) {
        Matcher found = PATH.matcher(path);
        return found.find()
                ? Optional.ofNullable(calls(key(found.group(1), found.group(2))).poll())
                : Optional.empty();
    }

    /** There are no more queues than configured accounts have endpoints. */
    private Queue<TrackedCall> calls(String key) {
        return unsent.computeIfAbsent(key, ignored -> new ConcurrentLinkedQueue<>());
    }

    private static String key(String idInstance, String method) {
        return idInstance + " " + method;
    }
}
