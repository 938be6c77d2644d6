package dev.greengraph.http.subscription;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.ErrorCode;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.load.LoadShedder;
import dev.greengraph.http.negotiation.MediaType;
import dev.greengraph.http.response.ResponseWriter;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers a subscription that is sent with POST: as a stream of events. */
@Singleton
public class EventStreams {

    private final Subscriptions subscriptions;
    private final OpenConnections connections;
    private final LoadShedder load;
    private final ResponseWriter writer;

    EventStreams(Subscriptions subscriptions, OpenConnections connections, LoadShedder load, ResponseWriter writer) {
        this.subscriptions = subscriptions;
        this.connections = connections;
        this.load = load;
        this.writer = writer;
    }

    /** Answers it; fails with {@link Refusal} if its caller takes no stream or there are too many. */
    public void open(RoutingContext context, Admitted admitted) {
        if (!MediaType.acceptsEvents(context)) {
            throw new Refusal(
                    406, ErrorCode.BAD_REQUEST, "A subscription is a stream: Accept must include text/event-stream");
        }
        connections.requireRoom();
        load.begin(context);
        load.end(context); // what stays open holds no place among the operations
        EventStream stream = new EventStream(context, writer, connections);
        stream.begin(results -> subscriptions.begin(context, admitted, results));
    }
}
