package com.dmverify.benchmarks.machine;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks an address whether it is ready, as cheaply as can be: the asked one has to start meanwhile. */
final class Readiness {

    private static final int TIME_OUT_MILLIS = 2000;
    private static final String YES = "HTTP/1.1 200";

    private final URI address;

    Readiness(URI address) {
        this.address = address;
    }

    boolean isReady() {
        String request = String.format(
                Locale.ROOT,
                "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n",
                address.getRawPath(),
                address.getRawAuthority());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), TIME_OUT_MILLIS);
            socket.setSoTimeout(TIME_OUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream answer = socket.getInputStream()) {
                return new String(answer.readNBytes(YES.length()), StandardCharsets.US_ASCII).equals(YES);
            }
        } catch (IOException e) {
            return false;
        }
    }
}
