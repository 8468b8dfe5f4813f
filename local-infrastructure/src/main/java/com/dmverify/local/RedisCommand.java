package com.dmverify.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One command on a connection of its own. Source: https://redis.io/docs/latest/develop/reference/protocol-spec/ */
final class RedisCommand {

    private static final int TIMEOUT_MS = 60_000;
    private static final Duration POLL = Duration.ofMillis(20);

    private RedisCommand() {}

    static String send(int port, @Nullable String password, String... words) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            if (password != null) {
                exchange(socket, "AUTH", password);
            }
            return exchange(socket, words);
        } catch (IOException e) {
            throw new IllegalStateException("Redis on port " + port + " does not answer", e);
        }
    }

    /** Returns when the condition holds. */
    static void await(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > Duration.ofMillis(TIMEOUT_MS).toNanos()) {
                throw new IllegalStateException("Not within a minute: " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static String exchange(Socket socket, String... words) throws IOException {
        StringBuilder command = new StringBuilder("*").append(words.length).append("\r\n");
        for (String word : words) {
            command.append('$').append(word.getBytes(UTF_8).length).append("\r\n");
            command.append(word).append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(UTF_8));
        return answer(socket.getInputStream());
    }

    private static String answer(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '-' -> throw new IllegalStateException(rest);
            case '$' -> text(in, Integer.parseInt(rest));
            case '*' -> list(in, Integer.parseInt(rest));
            default -> rest;
        };
    }

    private static String list(InputStream in, int count) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : "\n").append(answer(in));
        }
        return all.toString();
    }

    private static String text(InputStream in, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] text = in.readNBytes(length);
        in.skipNBytes(2);
        return new String(text, UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
