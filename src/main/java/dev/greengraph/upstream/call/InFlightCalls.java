package dev.greengraph.upstream.call;

import dev.greengraph.account.Account;
import dev.greengraph.upstream.CallListener;
import dev.greengraph.upstream.UpstreamEndpoint;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the listener of a call when its request is sent. The REST client hands its request out once the connection stands,
 * but not for which call: the account and the method, which are part of its path, say so. Of two calls of one account to one
 * method that wait for a connection the later one is told; a budget starts none before the one before it was sent.
 */
final class InFlightCalls {

    private static final Pattern PATH = Pattern.compile("/waInstance([0-9]+)/([A-Za-z]+)/");

    private final ConcurrentMap<String, CallListener> waiting = new ConcurrentHashMap<>();

    /** The call, tracked until it is sent or ends. */
    <T> Uni<T> track(Account account, UpstreamEndpoint endpoint, CallListener listener, Supplier<Uni<T>> rest) {
        String key = key(account.idInstance(), endpoint.method());
        return Uni.createFrom()
                .deferred(() -> {
                    waiting.put(key, listener);
                    return rest.get();
                })
                .onTermination()
                .invoke(() -> waiting.remove(key, listener));
    }

    /** A request is written. */
    void sent(String path) {
        Matcher found = PATH.matcher(path);
        if (found.find()) {
            CallListener listener = waiting.remove(key(found.group(1), found.group(2)));
            if (listener != null) {
                listener.sent();
            }
        }
    }

    private static String key(String idInstance, String method) {
        return idInstance + " " + method;
    }
}
