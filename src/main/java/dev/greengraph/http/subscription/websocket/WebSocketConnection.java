package dev.greengraph.http.subscription.websocket;

import dev.greengraph.admission.Admitted;
import dev.greengraph.graphql.error.Refusal;
import dev.greengraph.http.execution.CallerCheck;
import dev.greengraph.http.execution.OperationReader;
import dev.greengraph.http.response.ResponseWriter;
import dev.greengraph.http.subscription.OpenConnection;
import dev.greengraph.http.subscription.OpenConnections;
import dev.greengraph.http.subscription.Results;
import dev.greengraph.http.subscription.RunningSubscription;
import dev.greengraph.http.subscription.SubscriptionConfig;
import dev.greengraph.http.subscription.Subscriptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One WebSocket, as graphql-transport-ws defines it: the caller says who it is, and then subscribes, as often as the settings
 * say. Queries and mutations are not taken: POST has their cache and their limits. Runs on its Vert.x context.
 */
final class WebSocketConnection implements OpenConnection {

    private static final Buffer EMPTY = Buffer.buffer();

    private final RoutingContext context;
    private final ServerWebSocket socket;
    private final OpenConnections connections;
    private final Subscriptions subscriptions;
    private final OperationReader operations;
    private final CallerCheck callers;
    private final ResponseWriter writer;
    private final Map<String, RunningSubscription> running = new HashMap<>();
    private List<Runnable> waiting = new ArrayList<>();
    private int most;
    private Stage stage = Stage.NEW;
    private boolean isHeard = true;

    private enum Stage {
        NEW,
        CHECKING,
        ACKNOWLEDGED
    }

    WebSocketConnection(
            RoutingContext context,
            ServerWebSocket socket,
            OpenConnections connections,
            Subscriptions subscriptions,
            OperationReader operations,
            CallerCheck callers,
            ResponseWriter writer) {
        this.context = context;
        this.socket = socket;
        this.connections = connections;
        this.subscriptions = subscriptions;
        this.operations = operations;
        this.callers = callers;
        this.writer = writer;
    }

    void open(SubscriptionConfig config) {
        most = config.subscriptionsPerConnection();
        connections.add(this);
        connections.after(this, config.initTime(), () -> {
            if (stage == Stage.NEW) {
                close(CloseReason.INIT_TIMEOUT);
            }
        });
        socket.textMessageHandler(this::receive)
                .binaryMessageHandler(bytes -> close(CloseReason.BAD_MESSAGE))
                .pongHandler(pong -> isHeard = true)
                .drainHandler(drained -> haveRead())
                .exceptionHandler(broken -> socket.close())
                .closeHandler(closed -> end());
    }

    private void end() {
        connections.remove(this);
        running.values().forEach(RunningSubscription::cancel);
        running.clear();
        waiting.clear();
    }

    private void haveRead() {
        List<Runnable> ready = waiting;
        waiting = new ArrayList<>();
        ready.forEach(Runnable::run);
    }

    private void receive(String text) {
        isHeard = true;
        ClientMessage message;
        try {
            message = ClientMessage.read(text);
        } catch (Refusal unusable) {
            close(CloseReason.BAD_MESSAGE);
            return;
        }
        switch (message.type()) {
            case CONNECTION_INIT -> init(message);
            case SUBSCRIBE -> subscribe(message);
            case COMPLETE -> cancel(message.id());
            case PING -> send(ServerMessage.pong());
            case PONG -> {} // it is there, which is all that a pong says
        }
    }

    private void init(ClientMessage message) {
        if (stage != Stage.NEW) {
            close(CloseReason.INIT_TWICE);
            return;
        }
        stage = Stage.CHECKING;
        callers.check(context, message.credentials(context.request().headers()))
                .subscribe()
                .with(caller -> acknowledge(), failure -> close(CloseReason.FORBIDDEN));
    }

    private void acknowledge() {
        if (!socket.isClosed()) {
            stage = Stage.ACKNOWLEDGED;
            send(ServerMessage.ack());
            connections.check(this, context);
        }
    }

    private void subscribe(ClientMessage message) {
        String id = message.id();
        if (stage != Stage.ACKNOWLEDGED) {
            close(CloseReason.NOT_ACKNOWLEDGED);
        } else if (running.containsKey(id)) {
            close(CloseReason.SUBSCRIBED_TWICE);
        } else {
            try {
                start(id, operations.admit(context, message.payload()));
            } catch (Refusal refused) {
                send(ServerMessage.error(id, writer.text(context, refused)));
            }
        }
    }

    private void start(String id, Admitted admitted) {
        if (!admitted.isSubscription()) {
            throw Refusal.badRequest("query must be a subscription: queries and mutations are sent with POST");
        }
        if (running.size() >= most) {
            throw Refusal.badRequest("There are too many subscriptions on this connection: at most " + most);
        }
        SubscriptionOfSocket results = new SubscriptionOfSocket(id);
        RunningSubscription begun = subscriptions.begin(context, admitted, results);
        if (!results.isOver) {
            running.put(id, begun);
        }
    }

    private void cancel(String id) {
        RunningSubscription subscription = running.remove(id);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private void send(Buffer message) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(message.toString());
        }
    }

    private void close(CloseReason reason) {
        if (!socket.isClosed()) {
            socket.close(reason.code(), reason.text());
        }
    }

    @Override
    public void beat() {
        if (!isHeard) {
            socket.close(); // it has not answered the ping before this one
            return;
        }
        isHeard = false;
        if (!socket.isClosed()) {
            socket.writePing(EMPTY);
        }
    }

    @Override
    public void leave() {
        close(CloseReason.COME_BACK);
    }

    @Override
    public void refuse(Refusal refusal) {
        close(CloseReason.FORBIDDEN);
    }

    /** The messages that carry that id. */
    private final class SubscriptionOfSocket implements Results {

        private final String id;
        private boolean isOver;

        SubscriptionOfSocket(String id) {
            this.id = id;
        }

        @Override
        public void next(Buffer result) {
            send(ServerMessage.next(id, result));
        }

        @Override
        public boolean isFull() {
            return socket.writeQueueFull();
        }

        @Override
        public void whenRead(Runnable task) {
            waiting.add(task);
        }

        @Override
        public void failed(Buffer result, boolean hasData) {
            isOver = true;
            running.remove(id);
            if (hasData) {
                next(result);
                send(ServerMessage.complete(id));
            } else {
                send(ServerMessage.error(id, result));
            }
        }

        @Override
        public void broken() {
            leave();
        }
    }
}
