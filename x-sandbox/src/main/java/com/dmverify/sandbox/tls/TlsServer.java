package com.dmverify.sandbox.tls;

import io.netty.handler.ssl.SslContextBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Serves the same handlers over TLS, with a certificate that is made at the start. */
public final class TlsServer implements SmartLifecycle {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final HttpHandler handler;
    private final X509Bundle certificate;
    private final ReactorResourceFactory resources;
    private final int wantedPort;
    private final @Nullable Duration idleTimeout;
    private @Nullable DisposableServer server;

    /** @param idleTimeout after which a connection without a request is closed; null for never */
    TlsServer(
            HttpHandler handler,
            X509Bundle certificate,
            ReactorResourceFactory resources,
            int wantedPort,
            @Nullable Duration idleTimeout) {
        this.handler = handler;
        this.certificate = certificate;
        this.resources = resources;
        this.wantedPort = wantedPort;
        this.idleTimeout = idleTimeout;
    }

    /** The port; -1 while the server does not run. */
    public int port() {
        return server == null ? -1 : server.port();
    }

    @Override
    public void start() {
        if (wantedPort < 0) {
            return;
        }
        SslContextBuilder context = SslContextBuilder.forServer(keys());
        HttpServer plain = HttpServer.create();
        server = (idleTimeout == null ? plain : plain.idleTimeout(idleTimeout))
                .port(wantedPort)
                .runOn(resources.getLoopResources())
                .secure(spec -> {
                    try {
                        spec.sslContext(context.build());
                    } catch (SSLException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
    }

    @Override
    public void stop() {
        if (server != null) {
            server.disposeNow(LONGEST_STOP);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private KeyManagerFactory keys() {
        try {
            return certificate.toKeyManagerFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The TLS certificate cannot be used", e);
        }
    }
}
