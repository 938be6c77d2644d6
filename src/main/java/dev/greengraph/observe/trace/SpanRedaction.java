package dev.greengraph.observe.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes secrets from spans before they are exported: from upstream URLs everything behind the method, where the token
 * is, and from inbound URLs the query string, which may hold a document.
 */
@Singleton
class SpanRedaction implements SpanProcessor {

    /** Instance and token stand around the method: {@code /waInstance7103000001/getMessage/<token>}. */
    private static final Pattern UPSTREAM_PATH = Pattern.compile("/waInstance[^/]*/([^/?]*).*", Pattern.DOTALL);

    private static final String KEPT = "/waInstance{idInstance}/$1/{apiTokenInstance}";

    /** Where today's and yesterday's conventions put addresses. */
    private static final List<AttributeKey<String>> ADDRESSES = List.of(
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("http.url"),
            AttributeKey.stringKey("http.target"));

    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> address : ADDRESSES) {
            String value = span.getAttribute(address);
            if (value != null) {
                span.setAttribute(address, redacted(value));
            }
        }
        if (span.getAttribute(QUERY) != null) {
            span.setAttribute(QUERY, "");
        }
        span.updateName(redacted(span.getName()));
    }

    private static String redacted(String address) {
        return UPSTREAM_PATH.matcher(address).replaceFirst(KEPT).split("\\?", 2)[0];
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nothing can be changed any more
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
