package com.dmverify.x.http;

import static com.dmverify.x.recorded.Answers.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.recorded.HangingUpX;
import com.dmverify.x.recorded.RecordedX;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A proxy that does not forward the request responds in place of X. */
class ProxyTest {

    private static final UserId SOMEBODY = new UserId("12");

    private final ProxySelector before = ProxySelector.getDefault();

    @AfterEach
    void end() {
        ProxySelector.setDefault(before);
    }

    @Test
    void anErrorOfTheProxyIsNoUnknownOutcome() {
        assertThat(sentThroughAProxyThatSays(503)).isInstanceOfSatisfying(XError.Unavailable.class, error -> {
            assertThat(error.httpStatus()).isNull();
            assertThat(error.detail()).contains("503");
        });
    }

    @Test
    void a407OfTheProxyIsUnavailable() {
        assertThat(sentThroughAProxyThatSays(407)).isInstanceOfSatisfying(XError.Unavailable.class, error -> {
            assertThat(error.httpStatus()).isNull();
            assertThat(error.detail()).contains("407");
        });
    }

    private static XError sentThroughAProxyThatSays(int status) {
        try (HangingUpX proxy = new HangingUpX(status, "");
                XClient client = clientThrough(proxy)) {
            DirectMessages messages = client.directMessages(ApiVersion.V2);
            return error(messages.send(SOMEBODY, "hello"));
        }
    }

    private static XClient clientThrough(HangingUpX proxy) {
        ProxySelector.setDefault(new Always(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));
        return XClient.builder()
                .baseUrl(URI.create("https://127.0.0.1:1"))
                .credentials(RecordedX.BRAND)
                .build();
    }

    private static final class Always extends ProxySelector {

        private final Proxy proxy;

        private Always(SocketAddress address) {
            this.proxy = new Proxy(Proxy.Type.HTTP, address);
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException cause) {
            throw new AssertionError(cause);
        }
    }
}
