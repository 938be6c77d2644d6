package dev.greengraph.simulator.wire;

/**
 * A whole answer of the upstream.
 *
 * @param status HTTP status
 * @param contentType value of {@code Content-Type}; empty for none
 * @param body what follows the head; may be empty
 */
public record WireAnswer(int status, String contentType, String body) {

    public static final String JSON = "application/json";
    public static final String HTML = "text/html";

    public static WireAnswer json(int status, String body) {
        return new WireAnswer(status, JSON, body);
    }

    /** An answer without a body and without a content type. */
    public static WireAnswer bare(int status) {
        return new WireAnswer(status, "", "");
    }

    /** The page a proxy in front of the upstream shows. */
    public static WireAnswer page(int status, String title) {
        return new WireAnswer(
                status,
                HTML,
                "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
    }
}
