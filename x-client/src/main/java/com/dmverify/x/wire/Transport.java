package com.dmverify.x.wire;

import com.dmverify.x.Timeouts;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.OutgoingBody;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends one request and waits for the last byte of the answer, but not for ever. Never repeats a write. */
final class Transport implements AutoCloseable {

    /** Far above any answer of X that we ask for, far below what would hurt. */
    private static final long LARGEST_ANSWER = 8L << 20;

    private final HttpClient client;
    private final long patience;

    Transport(Timeouts timeouts, URI base, @Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(timeouts.connect())
                .followRedirects(Redirect.NEVER)
                // Nothing here blocks, and what X answers is small: to read it where it arrives, and to write it where
                // it
                // was made, costs half of what handing it to other threads does.
                .executor(Runnable::run)
                // Without TLS there is no negotiation, and the upgrade header only confuses small servers.
                .version("https".equals(base.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1);
        if (tls != null) {
            builder.sslContext(tls);
        }
        this.client = builder.build();
        this.patience = timeouts.request().toNanos();
    }

    Exchange send(HttpRequest.Builder request, Call call, Deadline deadline) {
        OutgoingBody body = call.content().outgoing();
        HttpRequest ready = request.method(call.verb().name(), body).build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(ready, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> response = answer.get(Math.min(patience, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
            return new Reply(response);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Exchange.Silence(body.withhold() || isBeforeSending(cause), nameOf(cause));
        } catch (TimeoutException _) {
            return abandon(answer, body, "no answer in time");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return abandon(answer, body, "interrupted");
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static Exchange abandon(CompletableFuture<?> answer, OutgoingBody body, String why) {
        boolean neverSent = body.withhold();
        answer.cancel(true);
        return new Exchange.Silence(neverSent, why);
    }

    // For requests without a body, where nobody saw whether it was sent.
    private static boolean isBeforeSending(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof SSLHandshakeException;
    }

    // The message of an exception may quote the answer; its kind is enough to know what to look for.
    private static String nameOf(Throwable cause) {
        return "no answer: " + cause.getClass().getSimpleName();
    }
}
