package dev.greengraph.graphql.status.sent;

import dev.greengraph.graphql.account.AccountView;
import dev.greengraph.graphql.argument.Arguments;
import dev.greengraph.graphql.argument.Span;
import dev.greengraph.graphql.argument.Spans;
import dev.greengraph.graphql.cost.Cost;
import dev.greengraph.graphql.cost.Reads;
import dev.greengraph.graphql.error.SemanticNonNull;
import dev.greengraph.graphql.paging.Cursor;
import dev.greengraph.runtime.AccountRepositories;
import dev.greengraph.upstream.MessageId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** The statuses that an account sent. */
@GraphQLApi
public class OutgoingStatusApi {

    private final AccountRepositories repositories;
    private final Spans spans;

    OutgoingStatusApi(AccountRepositories repositories, Spans spans) {
        this.repositories = repositories;
        this.spans = spans;
    }

    @Description(
            "Statuses (stories) that the account sent in the last minutes, newest first. One upstream call; the upstream"
                    + " has to grant statuses (else the error STATUSES_NOT_ENABLED).")
    @Cost(Reads.OUTGOING_STATUSES)
    @SemanticNonNull
    public Uni<OutgoingStatusConnection> outgoingStatuses(
            @Source @Name("account") AccountView account,
            @Description("How far back: 1 to 43200 (30 days); 1440 without since.") @Nullable Integer minutes,
            @Description("Only what was sent at this moment or later: at most 30 days ago, in place of minutes.")
                    @Nullable
                    Instant since,
            @Description("Only what was sent before this moment.") @Nullable Instant until,
            @Description("Most statuses of the page: 1 to 100.") @DefaultValue("50") int first,
            @Description("The page after this cursor.") @Nullable String after) {
        String list = "outgoing-statuses:" + account.name();
        int page = Arguments.first(first, Arguments.PAGE);
        Cursor start = Cursor.decode(after, list);
        Span span = spans.of(minutes, since, until);
        return repositories
                .of(account.account().id())
                .details()
                .outgoingStatuses(span.minutes())
                .map(reading ->
                        new OutgoingStatusMapping(account.account().id(), list, span).page(reading, page, start))
                .uni();
    }

    @Description(
            "How far the status came with each person whom it was shown to. One upstream call for each status, which"
                    + " often answers nothing; remembered for a minute.")
    @Cost(Reads.STATUS_VIEWS)
    @SemanticNonNull
    public Uni<StatusViews> views(@Source @Name("outgoingStatus") OutgoingStatus status) {
        return repositories
                .of(status.account())
                .details()
                .statusViews(new MessageId(status.statusId()))
                .map(reading -> OutgoingStatusMapping.views(status.account(), reading))
                .uni();
    }
}
