package dev.greengraph.simulator.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of faults. On the wire in lower case with dashes: {@code empty-body}. */
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
    /** 400: the instance has expired. */
    EXPIRED,
    /** 400: the instance is deleted. */
    DELETED,
    /** 403 in JSON: the method is not enabled. */
    FORBIDDEN,
    /** 403 as the proxy's HTML page: wrong instance or host. */
    PROXY_FORBIDDEN,
    /** 404. */
    NOT_FOUND,
    /** 500 in JSON. */
    SERVER_ERROR,
    /** 502 and 503 alternately, as HTML pages. */
    UNAVAILABLE,
    /** 504 as an HTML page. */
    GATEWAY_TIMEOUT,
    /** 302 to another path of the simulator. */
    REDIRECT,
    /** 200 with a bare JSON string that names an error. */
    BARE_STRING,
    /** 200 with an error object. */
    ERROR_OBJECT,
    /** 200 with an HTML page. */
    HTML,
    /** 200 without a body. */
    EMPTY_BODY,
    /** 200 with the real data, one comma missing. */
    BROKEN_JSON,
    /** 200 with the real data, one comma doubled. */
    DOUBLED_COMMA,
    /** 200 with the real data and a trailing comma: valid for a lenient parser. */
    TRAILING_COMMA,
    /** 200 with an array of more than 20 MB. */
    HUGE,
    /** The real answer, later. */
    DELAY,
    /** No response at all. */
    HANG,
    /** The head, then one byte of the real body each second. */
    DRIP,
    /** The connection is closed before the answer. */
    RESET,
    /** The connection is closed in the middle of the body. */
    CUT;

    /** The name on the wire. */
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
