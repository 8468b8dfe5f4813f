package com.dmverify.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.RawHttp;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import org.junit.jupiter.api.Test;

@Seen(Where.SANDBOX)
class IdleConnectionsTest {

    @Test
    void aConnectionWithoutARequestIsClosed() {
        try (Sandbox sandbox = Sandbox.with("server.netty.idle-timeout=300ms")) {
            assertThat(RawHttp.send(sandbox, new byte[0])).isEmpty();
        }
    }
}
