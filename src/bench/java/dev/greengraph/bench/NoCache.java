package dev.greengraph.bench;

import dev.greengraph.account.AccountId;
import dev.greengraph.upstream.UpstreamEndpoint;
import dev.greengraph.upstream.endpoint.EndpointTable;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;

/** Every query asks the upstream: the inbox both journals, everything else once. */
class NoCache implements Mechanism {

    final Clock clock;
    private final VirtualUpstream upstream;

    NoCache(Clock clock, VirtualUpstream upstream) {
        this.clock = clock;
        this.upstream = upstream;
    }

    @Override
    public Uni<Answer> ask(Query query) {
        AccountId account = query.account();
        return switch (query.kind()) {
            case INBOX ->
                Uni.combine()
                        .all()
                        .unis(
                                read(account, EndpointTable.LAST_INCOMING_MESSAGES.endpoint(), ""),
                                read(account, EndpointTable.LAST_OUTGOING_MESSAGES.endpoint(), ""))
                        .with((received, sent) -> new Answer(received.isBefore(sent) ? received : sent, null));
            case OPEN, SCROLL ->
                read(
                                account,
                                EndpointTable.GET_CHAT_HISTORY.endpoint(),
                                query.chat().value())
                        .map(at -> new Answer(at, null));
            case QUOTE ->
                read(
                                account,
                                EndpointTable.GET_MESSAGE.endpoint(),
                                query.chat() + query.row().idMessage())
                        .map(at -> new Answer(null, null));
        };
    }

    /** When the upstream answered that. */
    Uni<Instant> read(AccountId account, UpstreamEndpoint endpoint, String arguments) {
        return upstream.call(account, endpoint, arguments, arrived -> "").map(answer -> clock.instant());
    }
}
