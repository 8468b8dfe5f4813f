package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.RawConnection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller can hold open. */
class UnfinishedRequestsIT {

    private static final String POST = "POST /v1/verifications HTTP/1.1\r\nHost: localhost\r\n";
    private static final String BODY = "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{";
    private static RunningApi api;

    @BeforeAll
    static void start() {
        api = new RunningApi(
                LocalServices.shared(),
                "server.netty.idle-timeout=300ms",
                "dm-verify.connection.header-timeout=300ms",
                "dm-verify.connection.read-timeout=300ms");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", POST, POST + "X-Slow: "})
    void aConnectionWithoutARequestIsClosed(String sent) throws Exception {
        try (RawConnection connection = connection()) {
            assertThat(connection.sends(sent).readsToTheEnd()).isEmpty();
        }
    }

    @Test
    void anUnauthenticatedRequestIsRefusedBeforeItsBody() throws Exception {
        try (RawConnection connection = connection()) {
            assertThat(connection.sends(POST + BODY).readsToTheEnd())
                    .startsWith("HTTP/1.1 401")
                    .contains("application/problem+json");
        }
    }

    @Test
    void aBodyThatStopsEndsItsConnection() throws Exception {
        try (RawConnection connection = connection()) {
            String authorized = POST + "Authorization: Bearer " + RunningApi.KEY + "\r\n";

            assertThat(connection
                            .sends(authorized + BODY.replace("1000000", "1000"))
                            .readsToTheEnd())
                    .doesNotContain("HTTP/1.1 2");
        }
    }

    private static RawConnection connection() throws Exception {
        return new RawConnection(api.address().getPort());
    }
}
