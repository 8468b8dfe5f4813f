package com.dmverify.x.wire;

import com.dmverify.x.Timeouts;
import java.net.ProxySelector;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The connections to X: HTTP/1.1, kept open, one call on each at a time. */
final class Connections {

    /** Callers decide how many calls are under way; this only keeps a mistake of theirs from eating all sockets. */
    private static final int MOST = 2_000;

    /** A connection that rested longer is looked at before a write goes out on it: X may have closed it meanwhile. */
    private static final TimeValue TRUSTED_FOR = TimeValue.ofSeconds(1);

    private Connections() {}

    /** A client that does what it is told, once: no redirects, repetitions, cookies, sign-in or unpacking of its own. */
    static CloseableHttpClient client(Timeouts timeouts, @Nullable SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(pool(timeouts, tls))
                // As the JDK's client does: -Dhttps.proxyHost is how an operator names a proxy.
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
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
}
