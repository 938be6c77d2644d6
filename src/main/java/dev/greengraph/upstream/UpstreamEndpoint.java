package dev.greengraph.upstream;

import dev.greengraph.account.Account;
import dev.greengraph.account.Messenger;
import java.time.Duration;

/**
 * What the gateway has to know about one upstream method besides how to send it. Budget, freshness settings, metrics and
 * state of an endpoint follow from it.
 *
 * @param method its name as the upstream spells it; also the value of the metric label {@code endpoint}
 * @param rate how often one account may call it
 * @param freshness how long its answers are believed by default, and which settings change that
 * @param isGrantedPerAccount whether the upstream offers it to some accounts only, so that 403 and 404 say "not granted"
 * @param answersHoldSecrets whether a body holds what is not read of it and must not be kept anywhere: tokens, invitations
 */
public record UpstreamEndpoint(
        String method, Rate rate, Freshness freshness, boolean isGrantedPerAccount, boolean answersHoldSecrets) {

    /** A method whose answers hold nothing but what is read of them. */
    public UpstreamEndpoint(String method, Rate rate, Freshness freshness, boolean isGrantedPerAccount) {
        this(method, rate, freshness, isGrantedPerAccount, false);
    }

    /**
     * Calls a second that the upstream allows one account. Source: upstream manual, rate limiter; 1 where none is published.
     *
     * @param whatsapp on WhatsApp
     * @param max on MAX
     */
    public record Rate(int whatsapp, int max) {}

    /**
     * How long answers are believed unless settings say otherwise.
     *
     * @param settings the part of {@code greengraph.cache.<settings>.fresh-for}; endpoints may share it
     * @param freshFor up to this age an answer is served without asking again
     * @param staleFor up to this age it is served while it is refreshed
     * @param renewedEvery how often the upstream itself looks: asked sooner, it answers the same
     */
    public record Freshness(String settings, Duration freshFor, Duration staleFor, Duration renewedEvery) {

        /** Of a method whose answers are never kept. */
        public static final Freshness NONE = new Freshness("", Duration.ZERO, Duration.ZERO);

        /** Of a method whose answers are always the upstream's newest. */
        public Freshness(String settings, Duration freshFor, Duration staleFor) {
            this(settings, freshFor, staleFor, Duration.ZERO);
        }
    }

    /** Calls a second that the upstream allows one account of that messenger. */
    public int callsPerSecond(Messenger messenger) {
        return messenger == Messenger.WHATSAPP ? rate.whatsapp() : rate.max();
    }

    /** Whether it is one of the methods about statuses, which are granted together. */
    public boolean isAboutStatuses() {
        return freshness.settings().equals("statuses");
    }

    /** The address below which an account's methods are: MAX has them below {@code /v3}. */
    public static String address(Account account) {
        return account.messenger() == Messenger.MAX
                ? account.apiUrl() + "/v3"
                : account.apiUrl().toString();
    }

    /** Of the name alone, which no other method has: every look-up of an answer needs it. */
    @Override
    public int hashCode() {
        return method.hashCode();
    }

    @Override
    public String toString() {
        return method;
    }
}
