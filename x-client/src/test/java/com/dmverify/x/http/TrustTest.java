package com.dmverify.x.http;

import static com.dmverify.x.recorded.Answers.error;
import static com.dmverify.x.recorded.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import com.dmverify.x.XError;
import com.dmverify.x.dm.DirectMessages;
import com.dmverify.x.recorded.RecordedX;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrustTest {

    private static final UserId SOMEBODY = new UserId("12");

    /** Signed by itself, for 127.0.0.1. */
    private static final SSLContext CERTIFICATE = context("/tls/localhost.p12", "changeit".toCharArray());

    private HttpsServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(CERTIFICATE));
        server.createContext("/", exchange -> {
            byte[] body = "{\"data\":{\"dm_event_id\":\"20\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aConfiguredCertificateIsTrusted() {
        try (XClient client = client().tls(CERTIFICATE).build()) {
            DirectMessages messages = client.directMessages(ApiVersion.V2);
            assertThat(ok(messages.send(SOMEBODY, "hello")).eventId()).isEqualTo("20");
        }
    }

    @Test
    void anyOtherCertificateIsNotTrusted() {
        try (XClient client = client().build()) {
            DirectMessages messages = client.directMessages(ApiVersion.V2);
            assertThat(error(messages.send(SOMEBODY, "hello"))).isInstanceOf(XError.Unavailable.class);
        }
    }

    private XClient.Builder client() {
        return XClient.builder()
                .baseUrl(URI.create("https://127.0.0.1:" + server.getAddress().getPort()))
                .credentials(RecordedX.BRAND);
    }

    private static SSLContext context(String file, char[] password) {
        try (InputStream in = TrustTest.class.getResourceAsStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("x", store.getCertificate("x"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
