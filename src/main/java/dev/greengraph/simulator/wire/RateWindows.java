package dev.greengraph.simulator.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.account.Messenger;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The limits of all instances, each method for itself, and what they counted. */
public final class RateWindows {

    private final Map<String, Map<UpstreamMethod, RateWindow>> windows = new TreeMap<>();

    /** The window of one method of one account. */
    public RateWindow of(String account, Messenger messenger, UpstreamMethod method) {
        return windows.computeIfAbsent(account, name -> new EnumMap<>(UpstreamMethod.class))
                .computeIfAbsent(method, key -> new RateWindow(key.perSecond(messenger)));
    }

    /** Forgets everything, counts and windows. */
    public void reset() {
        windows.clear();
    }

    /** Counts by account and method, as {@code GET /_simulator/stats} shows them; uncalled methods are left out. */
    public ObjectNode stats() {
        ObjectNode stats = JsonNodeFactory.instance.objectNode();
        windows.forEach((account, methods) -> {
            ObjectNode node = stats.putObject(account);
            methods.forEach((method, window) -> node.putObject(method.wireName())
                    .put("calls", window.calls())
                    .put("refused", window.refused())
                    .put("highestPerSecond", window.highestPerSecond()));
        });
        return stats;
    }
}
