package dev.greengraph.http.media;

import dev.greengraph.account.Account;
import dev.greengraph.account.Accounts;
import dev.greengraph.auth.AuthFailure.Unauthenticated;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.http.guard.EdgeGuards;
import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.media.address.FileId;
import dev.greengraph.media.address.FileIds;
import dev.greengraph.media.address.FileUrls;
import dev.greengraph.media.address.MediaConfig;
import dev.greengraph.media.address.Signatures;
import dev.greengraph.observe.media.MediaMetrics;
import dev.greengraph.observe.media.MediaMetrics.Outcome;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * {@code /media/<name>}: a file of a message or a status. Whoever may have it shows a signature of the address, or the credentials of a
 * caller that may read the account. What goes wrong is told as plain text.
 */
@Singleton
class MediaRoute {

    private static final Logger LOG = Logger.getLogger(MediaRoute.class);
    private static final String EXPIRES = "expires";
    private static final String SIGNATURE = "signature";

    private final LoadShedder load;
    private final CallerCheck callers;
    private final Accounts accounts;
    private final FileIds ids;
    private final Signatures signatures;
    private final FileAnswer answer;
    private final MediaConfig config;
    private final MediaMetrics metrics;
    private final Clock clock;

    MediaRoute(
            LoadShedder load,
            CallerCheck callers,
            Accounts accounts,
            FileIds ids,
            Signatures signatures,
            FileAnswer answer,
            MediaConfig config,
            MediaMetrics metrics,
            Clock clock) {
        this.load = load;
        this.callers = callers;
        this.accounts = accounts;
        this.ids = ids;
        this.signatures = signatures;
        this.answer = answer;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        if (config.streams() > 0) {
            router.route(FileUrls.PATH + ":name")
                    .order(EdgeGuards.ORDER + 1)
                    .handler(MediaRoute::checkMethod)
                    .handler(load::rejectWhenEventLoopLags)
                    .handler(this::checkAccess)
                    .failureHandler(this::fail);
        }
    }

    private static void checkMethod(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
        if (!method.equals(HttpMethod.OPTIONS)) {
            throw new Problem(405, "The method must be GET or HEAD.", Outcome.REFUSED);
        }
        context.response().setStatusCode(204).end();
    }

    private void checkAccess(RoutingContext context) {
        String name = context.pathParam("name");
        FileId file = ids.read(name).orElseThrow(Problem::notFound);
        List<String> ends = context.queryParam(EXPIRES);
        List<String> signed = context.queryParam(SIGNATURE);
        if (ends.isEmpty() && signed.isEmpty()) {
            callers.check(context, context.request().headers())
                    .subscribe()
                    .with(
                            caller -> send(context, caller.accounts().find(file.account()), file, name),
                            failure -> refuse(context, failure));
            return;
        }
        boolean isWhole = ends.size() == 1 && signed.size() == 1;
        switch (isWhole
                ? signatures.judge(name, ends.get(0), signed.get(0), clock.instant())
                : Signatures.Verdict.WRONG) {
            case GOOD -> send(context, accounts.find(file.account()), file, name);
            case EXPIRED ->
                throw new Problem(
                        410,
                        "The signature is over: ask for the message again, it has a new address.",
                        Outcome.REFUSED);
            case WRONG -> throw new Problem(403, "The signature does not fit the address.", Outcome.REFUSED);
        }
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof Unauthenticated unknown) {
            context.response().putHeader("WWW-Authenticate", unknown.challenges());
        }
        context.fail(failure);
    }

    private void send(RoutingContext context, Optional<Account> account, FileId file, String name) {
        try {
            answer.send(context, account.orElseThrow(Problem::notFound), file, name);
        } catch (RuntimeException failure) {
            context.fail(failure);
        }
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        Optional<Problem> known = failure == null ? Optional.empty() : Problems.of(failure);
        if (known.isEmpty() && failure != null) {
            LOG.errorf("a file could not be sent: %s", failure.getClass().getName());
        }
        tell(
                context.response(),
                known.orElseGet(() -> new Problem(
                        failure == null ? context.statusCode() : 500, "The request failed.", Outcome.STORAGE_FAILED)));
    }

    private void tell(HttpServerResponse response, Problem problem) {
        metrics.ended(problem.outcome());
        if (response.closed() || response.headWritten()) {
            response.reset();
            return;
        }
        problem.retryAfter()
                .ifPresent(wait -> response.putHeader(
                        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, (wait.toMillis() + 999) / 1000))));
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(problem.text() + "\n");
    }
}
