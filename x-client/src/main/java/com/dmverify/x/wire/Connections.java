package com.dmverify.x.wire;

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
 * The connections to X: HTTP/1.1, kept open, one call on each at a time. What goes over them is sent as it is, once: no
 * redirects, repetitions, cookies, sign-in or unpacking.
 */
final class Connections implements AutoCloseable {

    /** Callers decide how many calls are under way; this only keeps a mistake of theirs from eating all sockets. */
    private static final int MOST = 2_000;

    /** A connection that rested longer is looked at before a write goes out on it: X may have closed it meanwhile. */
    private static final TimeValue TRUSTED_FOR = TimeValue.ofSeconds(1);

    /** One that nobody wanted for so long is given back. */
    private static final TimeValue KEPT_FOR = TimeValue.ofSeconds(30);

    /** Far more than X sends, far less than would hurt: headers, and characters in each. */
    private static final Http1Config LARGEST_HEAD =
            Http1Config.custom().setMaxHeaderCount(250).setMaxLineLength(32_768).build();

    private final PoolingHttpClientConnectionManager pool;
    private final CloseableHttpClient client;

    /** @param tls whom to trust; null for the JDK's choice */
    Connections(Timeouts timeouts, @Nullable SSLContext tls) {
        this.pool = pool(timeouts, tls);
        this.client = HttpClients.custom()
                .setConnectionManager(pool)
                // As the JDK's client does: -Dhttps.proxyHost is how an operator names a proxy.
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
                        // The whole call has its alarm; a timer for each read would only cost.
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

    /** Closes those that nobody wanted for a while; X has closed most of them by then. */
    void tidy() {
        pool.closeIdle(KEPT_FOR);
    }

    @Override
    public void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
