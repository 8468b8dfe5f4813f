package com.dmverify.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import org.junit.jupiter.api.Test;

/** Users created in bulk, and their maximum. */
@Seen(Where.SANDBOX)
class ManyUsersTest {

    @Test
    void aHundredThousandUsersAreCreatedAtOnce() {
        try (Sandbox sandbox = Sandbox.with("x-sandbox.people.most=100010", "x-sandbox.limits.reads=false")) {
            // When
            Answer made = sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":100000,\"prefix\":\"user\"}");
            Answer again = sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":2,\"prefix\":\"user\"}");
            Answer tooMany = sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":1000,\"prefix\":\"more\"}");
            String last = sandbox.control("GET", "/sandbox/users?prefix=user100000&limit=1")
                    .at("/0/id");
            // Then
            assertThat(made.at("/created")).isEqualTo("100000");
            assertThat(again.at("/created")).isEqualTo("0");
            assertThat(tooMany.status()).isEqualTo(409);
            assertThat(tooMany.at("/detail")).contains("x-sandbox.people.most");
            assertThat(sandbox.brand()
                            .get("/2/users/me?user.fields=public_metrics")
                            .at("/data/public_metrics/followers_count"))
                    .isEqualTo("100001");
            assertThat(sandbox.brand().dm(last, "hi").status()).isEqualTo(201);
        }
    }

    @Test
    void theOldestMessagesAreRemoved() {
        try (Sandbox sandbox = Sandbox.with("x-sandbox.messages.most=10", "x-sandbox.limits.dm-15min=0")) {
            // When
            for (int i = 0; i < 15; i++) {
                sandbox.brand().dm("2000000000000000001", "number " + i);
            }
            // Then
            Answer inbox = sandbox.control("GET", "/sandbox/users/alice/inbox");
            assertThat(inbox.json()).hasSize(10);
            assertThat(inbox.at("/0/text")).isEqualTo("number 14");
            assertThat(inbox.at("/9/text")).isEqualTo("number 5");
        }
    }
}
