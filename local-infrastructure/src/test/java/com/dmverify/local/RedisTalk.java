package com.dmverify.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;

/** One inline command and its answer; a bulk string without its length line. Source: the Redis protocol specification. */
final class RedisTalk {

    private RedisTalk() {}

    static String with(LocalRedis redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
                BufferedReader answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(UTF_8));
            String first = answers.readLine();
            return first.startsWith("$") && !first.equals("$-1") ? answers.readLine() : first;
        }
    }
}
