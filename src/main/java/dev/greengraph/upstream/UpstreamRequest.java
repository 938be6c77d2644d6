package dev.greengraph.upstream;

import java.time.Duration;
import java.util.List;

/** What an endpoint is asked for. Equal requests of one account share one answer. */
public interface UpstreamRequest {

    /** What tells the request from others to the same endpoint, in the upstream's order. */
    List<String> arguments();

    /** How much is asked for, such as {@code minutes=60}: for logs, so never whose data. */
    String window();

    /** How long the upstream itself may wait before it answers: so much longer than others the call may take. */
    default Duration waits() {
        return Duration.ZERO;
    }
}
