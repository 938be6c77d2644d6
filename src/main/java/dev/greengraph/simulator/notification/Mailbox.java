package dev.greengraph.simulator.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greengraph.simulator.world.World;
import dev.greengraph.simulator.world.directory.AccountEvents;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notifications of one account that nobody has taken yet, oldest first. What happens is written down from the moment when it is
 * first read, or gets an address. Not for use by several threads.
 */
public final class Mailbox {

    /** Of more the oldest ones go. */
    private static final int MOST = 10_000;

    private final World world;
    private final NotificationWriter writer;
    private final Deque<Queued> queue = new ArrayDeque<>();
    private @Nullable News news;
    private @Nullable Webhook webhook;
    private long receipts;
    private int taken;
    private int pushings;

    private record Queued(long receiptId, ObjectNode body) {}

    /**
     * Where notifications are pushed.
     *
     * @param address on this machine
     * @param token what is sent as {@code Authorization}, as a bearer token
     */
    record Webhook(URI address, String token) {}

    /** Notifications are pushed from one setting of an address to the next. */
    record Pushing(Mailbox mailbox, Webhook webhook, int number) {}

    /** @param idInstance the account's number */
    public Mailbox(World world, long idInstance) {
        this.world = world;
        this.writer = new NotificationWriter(world.cast(), idInstance);
    }

    /** The oldest one with its receipt, which stays; empty if there is none. */
    public Optional<ObjectNode> next(Instant now) {
        if (news == null) {
            news = new News(world, writer, now);
        }
        news.next(now).forEach(this::add);
        return Optional.ofNullable(queue.peek())
                .map(first -> JsonNodeFactory.instance
                        .objectNode()
                        .put("receiptId", first.receiptId())
                        .set("body", first.body()));
    }

    private void add(ObjectNode body) {
        queue.add(new Queued(++receipts, body));
        if (queue.size() > MOST) {
            queue.remove();
        }
    }

    /** Tells that the account is in another state. */
    public void stateChanged(String state, Instant now) {
        tell(writer.state(state, now));
    }

    /** Tells of a call as far as it got, and returns what is told. */
    public ObjectNode called(AccountEvents.Call call, Instant now) {
        return tell(writer.call(call, now));
    }

    /** Tells that a quota is used up, and returns what is told. */
    public ObjectNode quotaExceeded() {
        return tell(writer.quota());
    }

    private ObjectNode tell(ObjectNode body) {
        if (news != null) {
            add(body);
        }
        return body;
    }

    /** Takes one out; false if it is not there. */
    public boolean delete(String receiptId) {
        boolean wasThere =
                queue.removeIf(each -> Long.toString(each.receiptId()).equals(receiptId));
        taken += wasThere ? 1 : 0;
        return wasThere;
    }

    /** Whether notifications are pushed, so that the queue cannot be read. */
    public boolean isPushed() {
        return webhook != null;
    }

    /** Whether that is still where they are pushed since then. */
    boolean isPushed(Pushing pushing) {
        return pushing.number() == pushings && isPushed();
    }

    /** From now on notifications are pushed there. */
    Pushing push(Webhook to) {
        webhook = to;
        return new Pushing(this, to, ++pushings);
    }

    /** From now on none is. */
    void pushNoMore() {
        webhook = null;
    }

    /** Where they are pushed; empty if they are not. */
    public String webhookUrl() {
        return webhook == null ? "" : webhook.address().toString();
    }

    /** What is sent with them as a bearer token; empty if they are not pushed. */
    public String webhookUrlToken() {
        return webhook == null ? "" : webhook.token();
    }

    /** How many wait, and how many were taken. */
    ObjectNode counts() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("waiting", queue.size())
                .put("taken", taken)
                .put("pushed", isPushed());
    }
}
