package dev.greengraph.replica;

import dev.greengraph.replica.script.RedisScript;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.util.List;

/** Where the scripts run that replicas share: a server that may be away at any time. */
interface Scripts {

    /** Hears notices, and when there may be some and not. */
    interface Listener {

        /** The connection stands: notices are heard from now on. */
        default void joined() {}

        /** A notice came, maybe one for others. */
        default void hear(String notice) {}

        /** The connection is lost: notices are not heard any more. */
        default void lost() {}
    }

    /** Begins to connect. */
    void open(Listener listener);

    /** Runs a script. Fails with {@link RedisLink.Away}, at once or after the time that the server has. */
    Uni<Response> run(RedisScript script, List<String> keys, List<byte[]> arguments);
}
