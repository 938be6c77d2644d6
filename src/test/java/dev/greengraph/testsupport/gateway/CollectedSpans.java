package dev.greengraph.testsupport.gateway;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The spans that ended, as an exporter gets them. No alternative: that would take the place of all other processors. Does
 * nothing where traces are off.
 */
@Singleton
public class CollectedSpans implements SpanProcessor {

    private final List<SpanData> spans = new CopyOnWriteArrayList<>();

    public List<SpanData> all() {
        return List.copyOf(spans);
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // not of interest
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        spans.add(span.toSpanData());
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
