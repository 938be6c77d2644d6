package dev.greengraph.replica.value;

import dev.greengraph.account.Secret;
import dev.greengraph.cache.question.QuestionKey;
import dev.greengraph.upstream.UpstreamEndpoint;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The names of what is kept in Redis. They are HMACs with a secret of the deployment: they tell neither accounts nor chats, and
 * deployments that share a server do not meet. All names of one account hold the same tag, so that a cluster keeps them on
 * one server.
 */
public final class KeyNames {

    private static final String ALGORITHM = "HmacSHA256";
    /** Long enough that no two questions meet by chance. */
    private static final int BYTES = 16;

    private final SecretKeySpec secret;

    /** @param secret of the deployment */
    public KeyNames(Secret secret) {
        this.secret = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * The names of one question.
     *
     * @param answer where its answer is kept
     * @param turn where the turn to ask it is kept
     */
    public record Names(String answer, String turn) {}

    /** The names of that question, which is about an account with that number at the upstream. */
    public Names of(QuestionKey question, String idInstance) {
        List<String> parts = new ArrayList<>(
                List.of("question", idInstance, question.endpoint().method()));
        parts.addAll(question.arguments());
        String prefix = prefix(idInstance);
        String hash = hash(parts);
        return new Names(prefix + "a:" + hash, prefix + "t:" + hash);
    }

    /**
     * The names of one budget.
     *
     * @param gate what is known of one account at one endpoint
     * @param queue which replicas wait there
     * @param account what is known of all endpoints of the account
     */
    public record Budget(String gate, String queue, String account) {}

    /** The names of the budget of an endpoint, for the account with that number at the upstream. */
    public Budget budget(UpstreamEndpoint endpoint, String idInstance) {
        String prefix = prefix(idInstance);
        String hash = hash(List.of("budget", idInstance, endpoint.method()));
        return new Budget(prefix + "b:" + hash, prefix + "q:" + hash, prefix + "c");
    }

    /**
     * What is known of the notifications of one account.
     *
     * @param told where they are told
     * @param queue where it is written which replica reads the queue
     */
    public record Notifications(String told, String queue) {}

    /** The names of the notifications for the account with that number at the upstream. */
    public Notifications notifications(String idInstance) {
        String prefix = prefix(idInstance);
        return new Notifications(prefix + "n", prefix + "l");
    }

    /** The name of what one replica told of the account with that number at the upstream. */
    public String history(String history, String idInstance) {
        return prefix(idInstance) + "h:" + hash(List.of("history", idInstance, history));
    }

    private String prefix(String idInstance) {
        return "gg:{" + hash(List.of("account", idInstance)) + "}:";
    }

    /** Where replicas say that they are there. */
    public String replicas() {
        return "gg:r:" + hash(List.of("replicas"));
    }

    /** Where notices are told. */
    public String channel() {
        return "gg:n:" + hash(List.of("notices"));
    }

    /** Each part with its length, so that no two lists of parts are the same text. */
    private String hash(List<String> parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(mac.doFinal(), BYTES));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, absent);
        }
    }
}
