package dev.greengraph.auth;

import static dev.greengraph.auth.AuthFixture.hash;

import dev.greengraph.testsupport.gateway.GatewayProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A gateway with callers: Alice has the even accounts, Bob the odd ones, Solo one, and Root all of them. */
public class ApiKeyProfile extends GatewayProfile {

    static final String ALICE = "key-of-alice-0123456789-0123456789";
    static final String ALICE_NEXT = "next-key-of-alice-0123456789-01234";
    static final String BOB = "key-of-bob-0123456789-0123456789-01";
    static final String SOLO = "key-of-solo-0123456789-0123456789-0";
    static final String ROOT = "key-of-root-0123456789-0123456789-0";

    /** The only account of Solo. */
    static final String ONLY = "m7";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("greengraph.auth.mode", "api-key");
        settings.put("greengraph.upstream.timeout", "20s");
        settings.put("greengraph.http.get-enabled", "true");
        settings.put("greengraph.shares.header", "X-Tenant");
        settings.put("greengraph.shares.callers.root.weight", "2");
        settings.put("greengraph.shares.callers.a-tenant.priority", "high");
        caller(settings, "alice", hash(ALICE) + "," + hash(ALICE_NEXT), everySecond(0));
        caller(settings, "bob", hash(BOB), everySecond(1));
        caller(settings, "solo", hash(SOLO), ONLY);
        caller(settings, "root", hash(ROOT), "*");
        return settings;
    }

    private static void caller(Map<String, String> settings, String name, String hashes, String accounts) {
        settings.put("greengraph.auth.callers." + name + ".key-hashes", hashes);
        settings.put("greengraph.auth.callers." + name + ".accounts", accounts);
    }

    private static String everySecond(int first) {
        return IntStream.range(0, 150).mapToObj(i -> "w" + (2 * i + first)).collect(Collectors.joining(","));
    }
}
