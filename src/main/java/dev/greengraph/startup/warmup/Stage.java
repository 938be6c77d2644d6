package dev.greengraph.startup.warmup;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.admission.Admission;
import dev.greengraph.admission.Admitted;
import dev.greengraph.admission.Engine;
import dev.greengraph.graphql.Deadline;
import graphql.ExecutionResult;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Executes documents as a request does, from admission to the answer's JSON, on an event loop; without HTTP. */
@Singleton
class Stage {

    /** {@link Json} itself looks for its provider at each call. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** A document on messages in memory takes milliseconds; a machine that is busy at start may stall it. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Engine engine;
    private final Admission admission;
    private final VisibleAccounts visible;
    private final ObjectMapper json;
    private final Vertx vertx;

    Stage(Engine engine, Admission admission, VisibleAccounts visible, ObjectMapper json, Vertx vertx) {
        this.engine = engine;
        this.admission = admission;
        this.visible = visible;
        this.json = json;
        this.vertx = vertx;
    }

    /** Plays a document once; ends with its answer when that is written. */
    Uni<ExecutionResult> play(String document) {
        return Uni.createFrom().emitter(end -> {
            ContextInternal ofOperation =
                    ((ContextInternal) vertx.getOrCreateContext()).unwrap().duplicate();
            VertxContextSafetyToggle.setContextSafe(ofOperation, true);
            ofOperation.runOnContext(ignored -> {
                try {
                    execute(document, end);
                } catch (RuntimeException unplayable) {
                    end.fail(unplayable);
                }
            });
        });
    }

    private void execute(String document, UniEmitter<? super ExecutionResult> end) {
        ManagedContext requestScope = Arc.container().requestContext();
        requestScope.activate();
        try {
            visible.show(StageAccount.ALONE);
            Admitted admitted = admission.admit(request(document), 1);
            Map<String, Object> metadata = new HashMap<>();
            metadata.put("runBlocking", false);
            metadata.put("state", requestScope.getState());
            metadata.put(Deadline.KEY, new Deadline(LONGEST, System::nanoTime));
            CompletableFuture<?> unused =
                    engine.execute(admitted, metadata).whenComplete((result, failure) -> answer(result, failure, end));
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }

    private static JsonObject request(String document) {
        return BUILDERS.createObjectBuilder()
                .add("query", document)
                .add("variables", SampleVariables.of(document))
                .build();
    }

    /** Writes the answer as a response would be, to nowhere. */
    private void answer(
            @Nullable ExecutionResult result, @Nullable Throwable failure, UniEmitter<? super ExecutionResult> end) {
        if (result == null) {
            end.fail(failure);
            return;
        }
        try {
            json.writeValue(OutputStream.nullOutputStream(), result.toSpecification());
            end.complete(result);
        } catch (IOException impossible) {
            end.fail(new UncheckedIOException(impossible));
        }
    }
}
