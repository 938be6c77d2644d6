package dev.greengraph.http.execution;

import dev.greengraph.account.Accounts;
import dev.greengraph.account.VisibleAccounts;
import dev.greengraph.auth.AuthFailure.Forbidden;
import dev.greengraph.auth.AuthFailure.IssuerUnavailable;
import dev.greengraph.auth.AuthFailure.Unauthenticated;
import dev.greengraph.auth.Authenticator;
import dev.greengraph.auth.Caller;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.response.ResponseWriter;
import dev.greengraph.runtime.Requesters;
import dev.greengraph.runtime.VertxRequestContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Authenticates the caller before the request's body is read, or before a connection is used. */
@Singleton
public class CallerCheck implements Handler<RoutingContext> {

    private static final String CALLER = CallerCheck.class.getName();
    private static final String CREDENTIALS = CALLER + ".credentials";

    private final Authenticator authenticator;
    private final VisibleAccounts visible;
    private final Requesters requesters;
    private final ResponseWriter writer;

    CallerCheck(Authenticator authenticator, VisibleAccounts visible, Requesters requesters, ResponseWriter writer) {
        this.authenticator = authenticator;
        this.visible = visible;
        this.requesters = requesters;
        this.writer = writer;
    }

    @Override
    public void handle(RoutingContext context) {
        check(context, context.request().headers())
                .subscribe()
                .with(caller -> context.next(), failure -> refuse(context, failure));
    }

    /**
     * Authenticates whoever sent a request; completes on the current Vert.x context.
     *
     * @param credentials headers that name the caller: those of the request, or others that came later
     */
    public Uni<Caller> check(RoutingContext context, MultiMap credentials) {
        Context owner = Vertx.currentContext();
        return authenticator
                .callerOf(credentials)
                .emitOn(task -> {
                    if (owner == Vertx.currentContext()) {
                        task.run();
                    } else {
                        owner.runOnContext(ignored -> task.run());
                    }
                })
                .invoke(caller -> {
                    context.put(CALLER, caller);
                    context.put(CREDENTIALS, credentials);
                });
    }

    /** Whether the caller of that request may still read the same accounts; fails if its credentials are no longer good. */
    public Uni<Boolean> isAsBefore(RoutingContext context) {
        MultiMap credentials = context.get(CREDENTIALS);
        return authenticator
                .callerOf(credentials)
                .map(caller -> caller.accounts().equals(visible(context)));
    }

    /**
     * Shows the resolvers of this request the accounts of its caller, and says whom its calls are for; to be called within the
     * request scope.
     */
    void show(RoutingContext context) {
        Caller caller = context.get(CALLER);
        if (caller != null) {
            visible.show(caller.accounts(), caller.name());
            VertxRequestContext.requestedBy(requesters.of(requestedBy(context, caller)));
        }
    }

    private String requestedBy(RoutingContext context, Caller caller) {
        return requesters
                .header()
                .map(header -> context.request().getHeader(header))
                .filter(named -> !named.isBlank())
                .orElse(caller.name());
    }

    /** The accounts that the caller of that request may read. */
    public Accounts visible(RoutingContext context) {
        Caller caller = context.get(CALLER);
        return caller == null ? Accounts.NONE : caller.accounts();
    }

    /** What tells the caller of that request from others. */
    public String nameOf(RoutingContext context) {
        Caller caller = context.get(CALLER);
        return caller == null ? "" : caller.name();
    }

    private void refuse(RoutingContext context, Throwable failure) {
        if (failure instanceof Unauthenticated unknown) {
            context.response().putHeader("WWW-Authenticate", unknown.challenges());
        }
        refusal(failure)
                .ifPresentOrElse(refused -> writer.refuse(context, refused), () -> writer.fail(context, failure));
    }

    /** What a caller is told whose credentials are not good; empty if that is not why it failed. */
    public static Optional<Refusal> refusal(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof Unauthenticated) {
            return Optional.of(new Refusal(401, ErrorCode.UNAUTHENTICATED, message));
        }
        if (failure instanceof Forbidden) {
            return Optional.of(new Refusal(403, ErrorCode.FORBIDDEN, message));
        }
        return failure instanceof IssuerUnavailable later
                ? Optional.of(Refusal.retryLater(ErrorCode.AUTHENTICATION_UNAVAILABLE, message, later.retryAfter()))
                : Optional.empty();
    }
}
