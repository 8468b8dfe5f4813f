package com.dmverify.local.testing;

import com.dmverify.local.LocalRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A Redis on 127.0.0.1 that answers chosen commands as a test sets, and passes the others on to a real one, or answers only
 * the commands with which a client connects. Commands of one connection are handled one after the other; a connection that subscribes
 * is not supported. Thread-safe.
 */
public final class ScriptedRedis implements AutoCloseable {

    private final ServerSocket server;
    private final int upstream;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<ScriptedConnection> connections = ConcurrentHashMap.newKeySet();

    private ScriptedRedis(int upstream) {
        this.upstream = upstream;
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a scripted Redis", e);
        }
        Thread.ofVirtual().name("scripted-redis-" + server.getLocalPort()).start(this::accept);
    }

    /** Has no Redis behind it: answers {@code HELLO}, {@code CLIENT}, {@code PING}, {@code SELECT}, and errors else. */
    public static ScriptedRedis alone() {
        return new ScriptedRedis(0);
    }

    /** Passes on to this Redis what no rule is for. */
    public static ScriptedRedis before(LocalRedis redis) {
        return new ScriptedRedis(redis.port());
    }

    /** The port on 127.0.0.1 to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** Its address as clients take it: {@code redis://127.0.0.1:port}. */
    public String uri() {
        return "redis://127.0.0.1:" + port();
    }

    /**
     * Answers this command with an error from now on; the command is not passed on.
     *
     * @param command such as {@code EVALSHA}; {@code *} means every one but those with which a client connects
     * @param error such as {@code MISCONF Redis is configured to save RDB snapshots…}
     */
    public ScriptedRedis refuse(String command, String error) {
        rules.put(name(command), new Rule.Refuse(error));
        return this;
    }

    /** Passes this command on, and closes the connection in place of the answer: the client does not know what happened. */
    public ScriptedRedis loseAnswers(String command) {
        rules.put(name(command), new Rule.LoseAnswer());
        return this;
    }

    /**
     * Holds a command back. The first one and all later ones are held until the test decides; then it holds for all of them.
     *
     * @param argument only a command of which an argument contains this text is held; the others are passed on
     */
    public HeldCommand hold(String command, String argument, HeldCommand.Point point) {
        HeldCommand held = new HeldCommand(argument, point);
        rules.put(name(command), new Rule.Hold(held));
        return held;
    }

    /** Removes every rule. */
    public ScriptedRedis behave() {
        rules.clear();
        return this;
    }

    /** The number of calls of this command, answered or not. */
    public long count(String command) {
        String name = name(command);
        return received.stream().filter(name::equals).count();
    }

    /** How many connections were accepted since the start. */
    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.forEach(ScriptedConnection::close);
    }

    /** The rule for this command, which has just come. */
    @Nullable
    Rule ruleFor(String command) {
        String name = name(command);
        received.add(name);
        Rule rule = rules.get(name);
        return rule != null || Handshake.isPartOf(name) ? rule : rules.get("*");
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                accepted.incrementAndGet();
                ScriptedConnection connection = new ScriptedConnection(this, client, upstream);
                connections.add(connection);
                Thread.ofVirtual().start(() -> {
                    connection.run();
                    connections.remove(connection);
                });
            } catch (IOException _) {
                // Closed, or the client is gone already.
            }
        }
    }

    private static String name(String command) {
        return command.toUpperCase(Locale.ROOT);
    }

    /** How a command is answered. */
    sealed interface Rule {

        record Refuse(String error) implements Rule {}

        record LoseAnswer() implements Rule {}

        record Hold(HeldCommand held) implements Rule {}
    }
}
