package dev.greengraph.testsupport.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A collector of traces that keeps every byte that it was sent. */
public final class FakeCollector implements QuarkusTestResourceLifecycleManager {

    private final Vertx vertx = Vertx.vertx();
    private final List<Buffer> received = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        int port = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(body);
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        return Map.of("quarkus.otel.exporter.otlp.endpoint", "http://127.0.0.1:" + port);
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType().equals(FakeCollector.class));
    }

    /** All that was sent; texts are readable in it. */
    public String received() {
        return received.stream()
                .map(body -> body.toString(StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }
}
