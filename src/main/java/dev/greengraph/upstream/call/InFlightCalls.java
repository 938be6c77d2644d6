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
 * Tells who watches a call when it leaves. The REST client hands its request out once the connection stands, but not for
 * which call: the account and the method, which are part of its path, say so. Of two calls of one account to one method
 * that wait for a connection the later one is watched; a budget starts none before the one before it left.
 */
final class InFlightCalls {

    private static final Pattern LINE = Pattern.compile("/waInstance([0-9]+)/([A-Za-z]+)/");

    private final ConcurrentMap<String, CallListener> waiting = new ConcurrentHashMap<>();

    /** The call, watched until it leaves or ends. */
    <T> Uni<T> watched(Account account, UpstreamEndpoint endpoint, CallListener watch, Supplier<Uni<T>> wire) {
        String line = line(account.idInstance(), endpoint.method());
        return Uni.createFrom()
                .deferred(() -> {
                    waiting.put(line, watch);
                    return wire.get();
                })
                .onTermination()
                .invoke(() -> waiting.remove(line, watch));
    }

    /** A request leaves. */
    void left(String path) {
        Matcher found = LINE.matcher(path);
        if (found.find()) {
            CallListener watch = waiting.remove(line(found.group(1), found.group(2)));
            if (watch != null) {
                watch.left();
            }
        }
    }

    private static String line(String idInstance, String method) {
        return idInstance + " " + method;
    }
}
