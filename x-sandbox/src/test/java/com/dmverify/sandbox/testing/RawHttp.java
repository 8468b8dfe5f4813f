package com.dmverify.sandbox.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Bytes to the sandbox and back, with nobody in between who would correct them. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawHttp() {}

    /** Everything that came back until the other side closed; a hang is an exception. */
    public static String send(Sandbox sandbox, byte[] request) {
        return send(sandbox, request, false);
    }

    /** The same with something that is no whole request: says that nothing follows. */
    public static String sendScrap(Sandbox sandbox, byte[] scrap) {
        return send(sandbox, scrap, true);
    }

    private static String send(Sandbox sandbox, byte[] request, boolean end) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            if (end) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException hang) {
            throw new UncheckedIOException("no answer within " + PATIENCE_MILLIS + " ms", hang);
        } catch (IOException closed) {
            return "";
        }
    }
}
