package dev.greengraph.http.subscription.websocket;

/**
 * Why the gateway closes a WebSocket. The codes above 4400 are those of graphql-transport-ws; its clients come back by
 * themselves after {@link #COME_BACK} and {@link #FORBIDDEN}, the latter with fresh credentials if they have such.
 */
enum CloseReason {
    COME_BACK(1012, "Come back: the time is over, or the process ends"),
    BAD_MESSAGE(4400, "The message is not one of graphql-transport-ws"),
    NOT_ACKNOWLEDGED(4401, "Unauthorized"),
    FORBIDDEN(4403, "UNAUTHENTICATED"),
    INIT_TIMEOUT(4408, "Connection initialisation timeout"),
    SUBSCRIBED_TWICE(4409, "Subscriber for this id already exists"),
    INIT_TWICE(4429, "Too many initialisation requests");

    private final short code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = (short) code;
        this.text = text;
    }

    short code() {
        return code;
    }

    String text() {
        return text;
    }
}
