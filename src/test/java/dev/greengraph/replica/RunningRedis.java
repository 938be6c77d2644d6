package dev.greengraph.replica;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One real Redis for all tests of a class, empty before each of them. */
final class RunningRedis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private Vertx vertx;
    private RealRedis server;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        vertx = Vertx.vertx();
        server = new RealRedis(vertx);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server.run(Command.FLUSHALL);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** What its clients run on. */
    Vertx vertx() {
        return vertx;
    }

    RealRedis server() {
        return server;
    }
}
