package dev.greengraph.bench;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set with {@code -Dbench.*}. */
public interface BenchConfig {

    /** Which benchmark runs; Maven reads it. Here so that it may be set. */
    Optional<String> main();

    /** Users at work all the time, spread evenly over the accounts. */
    @WithDefault("200")
    int users();

    /** Accounts; each has its own budget and the same chats. */
    @WithDefault("4")
    int accounts();

    /** Chats of an account; chat {@code n} is opened in proportion to {@code 1/n}. */
    @WithDefault("200")
    int chats();

    /** How often each user's inbox is asked for, give or take a tenth. */
    @WithDefault("5s")
    Duration polling();

    /** How long a user thinks, on average, before opening a chat; a quarter of it before scrolling or following. */
    @WithDefault("60s")
    Duration thinkTime();

    /** Virtual time of traffic. */
    @WithDefault("60")
    int minutes();

    /** What an upstream call takes on average, both ways together. */
    @WithDefault("150ms")
    Duration latency();

    /** How much each way of a call differs from its average at most, as a share of it. */
    @WithDefault("0.3")
    double jitter();

    /** How many replicas there are, one hour for each number: of the benchmark of replicas. */
    @WithDefault("1,2,3,10")
    List<Integer> replicas();

    /** Chats asked at once in the second scenario. */
    @WithDefault("50")
    int burst();

    /** What all chance is made of: the same seed gives the same figures. */
    @WithDefault("1")
    long seed();
}
