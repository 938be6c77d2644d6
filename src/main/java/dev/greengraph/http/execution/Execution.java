package dev.greengraph.http.execution;

import dev.greengraph.account.Accounts;
import dev.greengraph.admission.Admission;
import dev.greengraph.admission.Admitted;
import dev.greengraph.admission.Engine;
import dev.greengraph.admission.cost.OperationPlan;
import dev.greengraph.graphql.Deadline;
import dev.greengraph.graphql.subscription.SubscriptionStep;
import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.response.CostReport;
import dev.greengraph.http.response.PlanReport;
import dev.greengraph.http.response.ResponseWriter;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Executes one operation, or says what that would cost, within its request scope and its deadline. */
@Singleton
public class Execution {

    private final Engine engine;
    private final LoadShedder load;
    private final CallerCheck callers;
    private final ResponseWriter writer;
    private final Admission admission;
    private final PlanReport plans;

    Execution(
            Engine engine,
            LoadShedder load,
            CallerCheck callers,
            ResponseWriter writer,
            Admission admission,
            PlanReport plans) {
        this.engine = engine;
        this.admission = admission;
        this.plans = plans;
        this.load = load;
        this.callers = callers;
        this.writer = writer;
    }

    /** Starts the execution; {@link ExecutionCallback} writes the response when it ends. */
    public void run(RoutingContext context, Admitted admitted) {
        CompletableFuture<?> unused = start(context, admitted, Map.of(Deadline.KEY, load.begin(context)))
                .whenComplete(new ExecutionCallback(context, load, writer));
    }

    /**
     * The same for one step of a subscription, whose result is written by who asks for it.
     *
     * @param deadline of this step
     */
    public CompletableFuture<ExecutionResult> run(
            RoutingContext context, Admitted admitted, SubscriptionStep step, Deadline deadline) {
        return start(context, admitted, Map.of(Deadline.KEY, deadline, SubscriptionStep.KEY, step));
    }

    private CompletableFuture<ExecutionResult> start(
            RoutingContext context, Admitted admitted, Map<String, Object> found) {
        ManagedContext requestScope = Arc.container().requestContext();
        requestScope.activate();
        try {
            callers.show(context);
            Map<String, Object> metadata = new HashMap<>(found);
            metadata.put("runBlocking", false);
            metadata.put("state", requestScope.getState());
            return execute(admitted, metadata);
        } finally {
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            requestScope.deactivate();
        }
    }

    /** Answers with the plan of an operation in place of its data; with errors if its document does not fit the schema. */
    public void plan(RoutingContext context, Admitted admitted) {
        List<GraphQLError> faults = engine.faults(admitted);
        ExecutionResult.Builder<?> result = ExecutionResult.newExecutionResult();
        if (faults.isEmpty()) {
            Accounts visible = callers.visible(context);
            OperationPlan plan = admission.reads(admitted, visible.all().size());
            CostReport.show(context, plans.of(plan, admitted.plan().calls(), visible));
            result.data(null);
        } else {
            result.errors(faults);
        }
        writer.write(context, result.build());
    }

    private CompletableFuture<ExecutionResult> execute(Admitted admitted, Map<String, Object> metadata) {
        try {
            return engine.execute(admitted, metadata);
        } catch (RuntimeException broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }
}
