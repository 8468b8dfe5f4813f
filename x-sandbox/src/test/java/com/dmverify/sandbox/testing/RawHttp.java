package com.dmverify.sandbox.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends raw bytes to the sandbox and reads the answer, without an HTTP client that would correct them. */
public final class RawHttp {

    private static final int TIMEOUT_MILLIS = 60_000;

    private RawHttp() {}

    /** Returns all bytes until the server closes the connection; a hang is an exception. */
    public static String send(Sandbox sandbox, byte[] request) {
        return send(sandbox, request, false);
    }

    /** Sends an incomplete request and closes the sending side. */
    public static String sendScrap(Sandbox sandbox, byte[] scrap) {
        return send(sandbox, scrap, true);
    }

    private static String send(Sandbox sandbox, byte[] request, boolean end) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            if (end) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException hang) {
            throw new UncheckedIOException("no answer within " + TIMEOUT_MILLIS + " ms", hang);
        } catch (IOException closed) {
            return "";
        }
    }
}
