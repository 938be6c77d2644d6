package dev.greengraph.graphql.call;

import dev.greengraph.cache.AccountDetails;
import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.runtime.AccountRepositories;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The calls of an account. */
@GraphQLApi
public class CallApi {

    private final AccountRepositories repositories;
    private final Spans spans;

    CallApi(AccountRepositories repositories, Spans spans) {
        this.repositories = repositories;
        this.spans = spans;
    }

    @Description("Calls by voice and video in the last minutes, received and made, newest first. At most two upstream"
            + " calls. The upstream has to grant both methods (else the error METHOD_NOT_ENABLED), and it writes received"
            + " calls down only with its settings incomingWebhook and incomingCallWebhook.")
    @Cost(Reads.CALLS)
    @SemanticNonNull
    public Uni<CallConnection> calls(
            @Source @Name("account") AccountView account,
            @Description("How far back: 1 to 43200 (30 days); 1440 without since.") @Nullable Integer minutes,
            @Description("Only what was begun at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was begun before this moment.") @Nullable Instant until,
            @Description("Most calls of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        String list = "calls:" + account.name();
        int page = Arguments.first(first, Arguments.PAGE);
        Cursor start = Cursor.decode(after, list);
        AccountDetails details = repositories.of(account.account().id()).details();
        Span span = spans.of(minutes, since, until);
        return details.incomingCalls(span.minutes())
                .with(
                        details.outgoingCalls(span.minutes()),
                        (received, made) ->
                                new CallMapping(account.account().id(), list, span).page(received, made, page, start))
                .uni();
    }
}
