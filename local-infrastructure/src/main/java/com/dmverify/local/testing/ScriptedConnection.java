package com.dmverify.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.local.testing.ScriptedRedis.Rule;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One client of a scripted Redis, and its own connection to the real one, if there is one. */
final class ScriptedConnection {

    private final ScriptedRedis server;
    private final Socket client;
    private final @Nullable Socket upstream;

    /** @param upstream the real one's port, 0 for none */
    ScriptedConnection(ScriptedRedis server, Socket client, int upstream) throws IOException {
        this.server = server;
        this.client = client;
        this.upstream = upstream == 0 ? null : connect(client, upstream);
        client.setTcpNoDelay(true);
    }

    private static Socket connect(Socket client, int upstream) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), upstream);
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    void run() {
        try {
            RespStream commands = new RespStream(client.getInputStream());
            RespStream answers = upstream == null ? commands : new RespStream(upstream.getInputStream());
            while (handle(commands.read(), answers)) {
                // The next command.
            }
        } catch (IOException _) {
            // One side ended.
        } finally {
            close();
        }
    }

    void close() {
        closeQuietly(client);
        if (upstream != null) {
            closeQuietly(upstream);
        }
    }

    /** Whether the connection goes on. */
    private boolean handle(RespStream.Message command, RespStream answers) throws IOException {
        String name = command.texts().getFirst().toUpperCase(Locale.ROOT);
        return switch (server.ruleFor(name)) {
            case Rule.Refuse(String error) -> {
                write(client, ("-" + error + "\r\n").getBytes(UTF_8));
                yield true;
            }
            case Rule.LoseAnswer() -> {
                answer(name, command, answers);
                yield false;
            }
            case Rule.Hold(HeldCommand held) when held.concerns(command.texts()) -> handle(held, command, answers);
            case Rule.Hold _ -> pass(name, command, answers);
            case null -> pass(name, command, answers);
        };
    }

    private boolean pass(String name, RespStream.Message command, RespStream answers) throws IOException {
        write(client, answer(name, command, answers));
        return true;
    }

    private boolean handle(HeldCommand held, RespStream.Message command, RespStream answers) throws IOException {
        if (held.isAt(HeldCommand.Point.BEFORE) && !held.hold()) {
            return false;
        }
        byte[] answer = answer(command.texts().getFirst().toUpperCase(Locale.ROOT), command, answers);
        if (held.isAt(HeldCommand.Point.AFTER) && !held.hold()) {
            return false;
        }
        write(client, answer);
        return true;
    }

    private byte[] answer(String name, RespStream.Message command, RespStream answers) throws IOException {
        if (upstream == null) {
            return Handshake.answer(name, command.texts()).getBytes(UTF_8);
        }
        write(upstream, command.raw().toByteArray());
        RespStream.Message answer = answers.read();
        while (answer.type() == '>') {
            write(client, answer.raw().toByteArray());
            answer = answers.read();
        }
        return answer.raw().toByteArray();
    }

    private static void write(Socket to, byte[] bytes) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is closed already.
        }
    }
}
