package com.dmverify.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScriptedRedisTest {

    @Test
    void aloneItAnswersAHandshakeAndRefusesWhatItIsTold() throws Exception {
        try (ScriptedRedis redis = ScriptedRedis.alone().refuse("get", "LOADING Redis is loading");
                Talk talk = new Talk(redis.port())) {
            assertThat(talk.with("*1\r\n$4\r\nPING\r\n")).isEqualTo("+PONG");
            assertThat(talk.with("*2\r\n$3\r\nGET\r\n$1\r\na\r\n")).isEqualTo("-LOADING Redis is loading");
            assertThat(talk.with("*2\r\n$3\r\nDEL\r\n$1\r\na\r\n")).startsWith("-ERR");
            assertThat(redis.count("GET")).isEqualTo(1);
        }
    }

    @Test
    void aStarRefusesEverythingButTheHandshake() throws Exception {
        try (ScriptedRedis redis = ScriptedRedis.alone().refuse("*", "BUSY");
                Talk talk = new Talk(redis.port())) {
            assertThat(talk.with("*1\r\n$4\r\nPING\r\n")).isEqualTo("+PONG");
            assertThat(talk.with("*2\r\n$3\r\nDEL\r\n$1\r\na\r\n")).isEqualTo("-BUSY");
        }
    }

    @Test
    void aCommandIsHeldUntilTheTestDecides() throws Exception {
        try (ScriptedRedis redis = ScriptedRedis.alone();
                Talk talk = new Talk(redis.port())) {
            // Given
            HeldCommand held = redis.hold("PING", "memory", HeldCommand.Point.BEFORE);
            assertThat(talk.with("*2\r\n$4\r\nPING\r\n$5\r\nother\r\n")).isEqualTo("+PONG");
            talk.send("*2\r\n$4\r\nPING\r\n$9\r\na-memory1\r\n");
            held.await();

            // When
            held.drop();

            // Then
            assertThat(talk.answer()).isNull();
        }
    }

    private static final class Talk implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader answers;

        Talk(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        }

        String with(String command) throws IOException {
            send(command);
            return answers.readLine();
        }

        void send(String command) throws IOException {
            socket.getOutputStream().write(command.getBytes(UTF_8));
        }

        /** Null if the connection ended. */
        @Nullable
        String answer() throws IOException {
            return answers.readLine();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
