package com.dmverify.sandbox.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class TlsTest {

    @Test
    @Seen(Where.SANDBOX)
    void theSameCallsAreServedOverTls() throws Exception {
        // Given
        Sandbox sandbox = Sandbox.fresh();
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting(certificate(sandbox)))
                .build();
        URI address = URI.create("https://localhost:%d/sandbox/stats"
                .formatted(sandbox.bean(TlsServer.class).port()));

        // When
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"duplicates\"");
    }

    @Test
    @Seen(Where.SANDBOX)
    void anIdleConnectionIsClosed() throws Exception {
        try (Sandbox sandbox = Sandbox.with("server.netty.idle-timeout=300ms");
                Socket socket = trusting(certificate(sandbox))
                        .getSocketFactory()
                        .createSocket("localhost", sandbox.bean(TlsServer.class).port())) {
            socket.setSoTimeout(60_000);
            ((SSLSocket) socket).startHandshake();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static byte[] certificate(Sandbox sandbox) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.at("/sandbox/certificate.pem"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static SSLContext trusting(byte[] pem) throws Exception {
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("sandbox", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
