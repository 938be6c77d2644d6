package dev.greengraph.http;

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
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Authenticates the caller before the request's body is read. */
@Singleton
class CallerCheck implements Handler<RoutingContext> {

    private static final String CALLER = CallerCheck.class.getName();

    private final Authenticator authenticator;
    private final VisibleAccounts visible;
    private final ResponseWriter writer;

    CallerCheck(Authenticator authenticator, VisibleAccounts visible, ResponseWriter writer) {
        this.authenticator = authenticator;
        this.visible = visible;
        this.writer = writer;
    }

    @Override
    public void handle(RoutingContext context) {
        Context owner = Vertx.currentContext();
        authenticator
                .callerOf(context.request().headers())
                .emitOn(task -> {
                    if (owner == Vertx.currentContext()) {
                        task.run();
                    } else {
                        owner.runOnContext(ignored -> task.run());
                    }
                })
                .subscribe()
                .with(caller -> pass(context, caller), failure -> refuse(context, failure));
    }

    /** Shows the resolvers of this request the accounts of its caller; to be called within the request scope. */
    void show(RoutingContext context) {
        Caller caller = context.get(CALLER);
        if (caller != null) {
            visible.show(caller.accounts(), caller.name());
        }
    }

    /** The accounts that the caller of that request may read. */
    Accounts visible(RoutingContext context) {
        Caller caller = context.get(CALLER);
        return caller == null ? Accounts.NONE : caller.accounts();
    }

    private static void pass(RoutingContext context, Caller caller) {
        context.put(CALLER, caller);
        context.next();
    }

    private void refuse(RoutingContext context, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof Unauthenticated unknown) {
            context.response().putHeader("WWW-Authenticate", unknown.challenges());
            writer.refuse(context, new Refusal(401, ErrorCode.UNAUTHENTICATED, message));
        } else if (failure instanceof Forbidden) {
            writer.refuse(context, new Refusal(403, ErrorCode.FORBIDDEN, message));
        } else if (failure instanceof IssuerUnavailable later) {
            writer.refuse(
                    context, Refusal.retryLater(ErrorCode.AUTHENTICATION_UNAVAILABLE, message, later.retryAfter()));
        } else {
            writer.fail(context, failure);
        }
    }
}
