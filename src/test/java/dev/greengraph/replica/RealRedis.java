package dev.greengraph.replica;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.embedded.RedisServer;

/** A real Redis, a process of its own on a free port. */
final class RealRedis implements AutoCloseable {

    private static final long LONGEST_SECONDS = 10;

    private final Vertx vertx;
    private final int port;
    private final RedisServer server;
    private final ProcessHandle process;
    private final Redis client;

    RealRedis(Vertx vertx, String... settings) throws IOException {
        this(vertx, freePort(), settings);
    }

    private RealRedis(Vertx vertx, int port, String... settings) throws IOException {
        this.vertx = vertx;
        this.port = port;
        var builder = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
        Stream.of(settings).forEach(builder::setting);
        server = builder.build();
        Set<Long> before = children().map(ProcessHandle::pid).collect(Collectors.toSet());
        server.start();
        process = children()
                .filter(child -> !before.contains(child.pid()))
                .findFirst()
                .orElseThrow();
        client = Redis.createClient(vertx, url());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Ends it at once; an empty one at the same port takes its place. */
    RealRedis restarted() throws IOException {
        client.close();
        process.destroyForcibly();
        process.onExit().join();
        return new RealRedis(vertx, port);
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("redis"));
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** The answer to a command; a key or a value may be bytes. */
    Response run(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            if (argument instanceof byte[] bytes) {
                request.arg(bytes);
            } else {
                request.arg(argument.toString());
            }
        }
        return run(request);
    }

    Response run(Request request) {
        return client.send(request)
                .timeout(LONGEST_SECONDS, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The names of all that is kept, but for what is written to see whether writes are taken. */
    List<String> names() {
        return run(Command.KEYS, "gg:{*").stream().map(Response::toString).toList();
    }

    /** All names and all values, byte for byte. */
    String everything() {
        String all = """
                local all = {}
                local read = {hash = {'HGETALL'}, zset = {'ZRANGE', 0, -1}, string = {'GET'}, stream = {'XRANGE', '-', '+'}}
                local function add(part)
                  if type(part) == 'table' then for _, each in ipairs(part) do add(each) end else all[#all + 1] = part end
                end
                for _, name in ipairs(redis.call('KEYS', '*')) do
                  local how = read[redis.call('TYPE', name).ok]
                  add(name)
                  add(redis.call(how[1], name, unpack(how, 2)))
                end
                return all
                """;
        return run(Command.EVAL, all, 0).stream()
                .map(part -> part.toString(StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining(" "));
    }

    /** The names of kept answers. */
    List<String> answers() {
        return names().stream().filter(name -> name.contains("}:a:")).toList();
    }

    /** The names of turns that a replica has. */
    List<String> turns() {
        return names().stream().filter(name -> name.contains("}:t:")).toList();
    }

    /** All commands that it takes from now on, as they come, until it ends. */
    StringBuffer commands() {
        StringBuffer commands = new StringBuffer();
        NetSocket monitor = vertx.createNetClient()
                .connect(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        monitor.handler(some -> commands.append(some.toString(StandardCharsets.ISO_8859_1)))
                .write("MONITOR\r\n");
        return commands;
    }

    /** It answers nothing, and its connections stand. */
    void stop() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void goOn() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() throws IOException {
        client.close();
        process.destroyForcibly();
        server.stop();
    }
}
