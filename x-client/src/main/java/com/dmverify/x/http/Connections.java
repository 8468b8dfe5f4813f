package com.dmverify.x.http;

import com.dmverify.x.Timeouts;
import java.io.IOException;
import java.net.ProxySelector;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The pool of persistent HTTP/1.1 connections to X. Each request is sent once and as it is: no redirects, retries,
 * cookies, authentication or decompression.
 */
final class Connections implements AutoCloseable {

    /** Callers bound the number of concurrent calls; this bounds the sockets if they do not. */
    private static final int MOST = 2_000;

    /** A connection that was idle longer is validated before its next use, because X may have closed it. */
    private static final TimeValue TRUSTED_FOR = TimeValue.ofSeconds(1);

    /** A connection that was idle longer is closed. */
    private static final TimeValue KEPT_FOR = TimeValue.ofSeconds(30);

    /** Far more headers, and characters in each, than X sends; bounds the memory. */
    private static final Http1Config LARGEST_HEAD =
            Http1Config.custom().setMaxHeaderCount(250).setMaxLineLength(32_768).build();

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    /** @param tls the TLS context; null for the JDK's */
    Connections(Timeouts timeouts, @Nullable SSLContext tls) {
        this.pool = pool(timeouts, tls);
        this.client = HttpClients.custom()
                .setConnectionManager(pool)
                // Like the JDK's client: operators set a proxy by -Dhttps.proxyHost.
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setConnectionRequestTimeout(Timeout.of(timeouts.request()))
                        .build())
                .setUserAgent("dm-verify")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static PoolingHttpClientConnectionManager pool(Timeouts timeouts, @Nullable SSLContext tls) {
        PoolingHttpClientConnectionManagerBuilder pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(MOST)
                .setMaxConnPerRoute(MOST)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(LARGEST_HEAD)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(timeouts.connect()))
                        // CallTimeouts bounds the whole call.
                        .setSocketTimeout(Timeout.DISABLED)
                        .setValidateAfterInactivity(TRUSTED_FOR)
                        .build());
        if (tls != null) {
            pool.setTlsSocketStrategy(new DefaultClientTlsStrategy(tls));
        }
        return pool.build();
    }

    <T> T execute(HttpUriRequestBase request, HttpClientResponseHandler<T> answer) throws IOException {
        return client.execute(request, answer);
    }

    /** Closes connections that were idle for a while; X has closed most of them by then. */
    void closeIdle() {
        pool.closeIdle(KEPT_FOR);
    }

    @Override
    public void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
