package dev.greengraph.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The failures that can be asked for. On the wire they are spelled in lower case with dashes: {@code empty-body}. */
public enum FaultKind {
    /** 429, empty. */
    RATE_LIMITED,
    /** 466 with phone numbers in its body. */
    QUOTA,
    /** 401, empty. */
    UNAUTHORIZED,
    /** 400: the instance is starting. */
    STARTING,
    /** 400: the instance is logged out. */
    NOT_AUTHORIZED,
    /** 400: the instance is not paid for. */
    EXPIRED,
    /** 400: the instance is gone. */
    DELETED,
    /** 403 in JSON: the method was not granted. */
    FORBIDDEN,
    /** 403 as a page of the proxy: wrong instance or host. */
    PROXY_FORBIDDEN,
    /** 404. */
    NOT_FOUND,
    /** 500 in JSON. */
    SERVER_ERROR,
    /** 502 and 503 in turns, as pages. */
    UNAVAILABLE,
    /** 504 as a page. */
    GATEWAY_TIMEOUT,
    /** 302 to another path of the simulator. */
    REDIRECT,
    /** 200 with a bare JSON string that is an error. */
    BARE_STRING,
    /** 200 with an object that is an error. */
    ERROR_OBJECT,
    /** 200 with a page. */
    HTML,
    /** 200 without a body. */
    EMPTY_BODY,
    /** 200 with the real data, a comma missing. */
    BROKEN_JSON,
    /** 200 with the real data, a comma twice. */
    DOUBLED_COMMA,
    /** 200 with the real data and a comma before the end: readable for a lenient reader. */
    TRAILING_COMMA,
    /** 200 with an array of more than 20 MB. */
    HUGE,
    /** The real answer, later. */
    DELAY,
    /** Never an answer. */
    HANG,
    /** The head, then a byte of the real body in a second. */
    DRIP,
    /** The connection is closed before the answer. */
    RESET,
    /** The connection is closed in the middle of the body. */
    CUT;

    /** The spelling on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    static List<String> wireNames() {
        return Arrays.stream(values()).map(FaultKind::wireName).toList();
    }
}
