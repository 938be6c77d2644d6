package dev.greengraph.observe.trace;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.inject.Singleton;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Continues a caller's trace, but sends no trace headers to the upstream, which is a third party. */
@Singleton
class IncomingTraces implements TextMapPropagatorCustomizer {

    @Override
    public TextMapPropagator customize(Context context) {
        return new ReadOnly(context.propagator());
    }

    private record ReadOnly(TextMapPropagator callers) implements TextMapPropagator {

        @Override
        public Collection<String> fields() {
            return callers.fields();
        }

        @Override
        public <C> void inject(io.opentelemetry.context.Context context, @Nullable C carrier, TextMapSetter<C> setter) {
            // the upstream is not told
        }

        @Override
        public <C> io.opentelemetry.context.Context extract(
                io.opentelemetry.context.Context context, @Nullable C carrier, TextMapGetter<C> getter) {
            return callers.extract(context, carrier, getter);
        }
    }
}
