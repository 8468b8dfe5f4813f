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
    private @Nullable DisposableServer server;

    TlsServer(HttpHandler handler, X509Bundle certificate, ReactorResourceFactory resources, int wantedPort) {
        this.handler = handler;
        this.certificate = certificate;
        this.resources = resources;
        this.wantedPort = wantedPort;
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
        server = HttpServer.create()
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
