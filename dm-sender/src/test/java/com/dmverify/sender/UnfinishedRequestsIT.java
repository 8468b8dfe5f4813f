package com.dmverify.sender;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.LocalServices;
import com.dmverify.local.testing.RawConnection;
import com.dmverify.sender.fixture.Keys;
import com.dmverify.sender.fixture.Orders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What a caller of the pages can hold open. The account has no secret, so that X is not called. */
class UnfinishedRequestsIT {

    private static final String POST = "POST /connections/demo/start HTTP/1.1\r\nHost: localhost\r\n";

    private static ConfigurableApplicationContext sender;

    @BeforeAll
    static void start() {
        LocalServices services = LocalServices.shared();
        sender = DmSender.application()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.kafka.bootstrap-servers=" + services.kafka().bootstrapServers(),
                        "--spring.data.redis.port=" + services.redis().port(),
                        "--dm-verify.durability=relaxed",
                        "--dm-verify.x.base-url=http://127.0.0.1:1",
                        "--dm-verify.codes.keys[0].id=" + Orders.KEY_ID,
                        "--dm-verify.codes.keys[0].secret=" + Keys.SECRET,
                        "--dm-verify.accounts.broken.handle=@example",
                        "--dm-verify.accounts.broken.user-id=1000000000000000001",
                        "--dm-verify.accounts.broken.brand=Example",
                        "--dm-verify.accounts.broken.consumer-key=key",
                        "--dm-verify.accounts.broken.consumer-secret=secret",
                        "--dm-verify.accounts.broken.token=token",
                        "--dm-verify.accounts.broken.token-secret= ",
                        "--server.netty.idle-timeout=300ms",
                        "--dm-verify.connection.header-timeout=300ms");
    }

    @AfterAll
    static void stop() {
        sender.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", POST, POST + "X-Slow: "})
    void aConnectionWithoutARequestIsClosed(String sent) throws Exception {
        try (RawConnection connection = connection()) {
            assertThat(connection.sends(sent).readsToTheEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 300_000})
    void aRefusalIsDeliveredBeforeTheBody(int bytes) throws Exception {
        try (RawConnection connection = connection()) {
            connection.sends(POST + "Content-Length: 1000000\r\n\r\n").sends("x".repeat(bytes));

            assertThat(connection.readsToTheEnd()).startsWith("HTTP/1.1 4");
        }
    }

    private static RawConnection connection() throws Exception {
        return new RawConnection(sender.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
