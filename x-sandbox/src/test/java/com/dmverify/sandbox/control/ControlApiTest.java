package com.dmverify.sandbox.control;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The control calls that other modules use: each exists and answers with its documented members. */
@Seen(Where.SANDBOX)
class ControlApiTest {

    private final Sandbox sandbox = Sandbox.fresh();

    @AfterEach
    void reset() {
        Sandbox.fresh();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/sandbox/users|{\"username\":\"dora\",\"follows_brand\":true,\"dm_setting\":\"verified\",\"suspended\":false}|201",
                "PATCH|/sandbox/users/2000000000000000003|{\"username\":\"karla\"}|200",
                "POST|/sandbox/users/bulk|{\"count\":3,\"prefix\":\"user\"}|201",
                "POST|/sandbox/users/alice/dms|{\"text\":\"hi\",\"quick_reply_metadata\":\"stop\"}|201",
                "POST|/sandbox/users/alice/follow||200",
                "POST|/sandbox/users/alice/unfollow||200",
                "POST|/sandbox/users/alice/read||200",
                "POST|/sandbox/users/alice/block||200",
                "POST|/sandbox/users/alice/unblock||200",
                "POST|/sandbox/users/alice/typing?brand=dmverify_demo||200",
                "PUT|/sandbox/limits|{\"dm_15min\":15,\"dm_24h\":1440,\"dm_24h_app\":1440}|200",
                "PUT|/sandbox/plan|{\"plan\":\"self-serve\"}|200",
                "GET|/sandbox/faults||200",
                "DELETE|/sandbox/faults||204",
                "GET|/sandbox/webhooks||200",
                "GET|/sandbox/certificate.pem||200",
                "POST|/sandbox/reset||204",
                "GET|/||200",
            })
    void everyDocumentedCallExists(String method, String path, String json, int status) {
        assertThat(sandbox.control(method, path, json).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultCanBeInjectedForOneUser(FaultName fault) {
        // When
        Answer ordered = sandbox.control(
                "POST",
                "/sandbox/faults",
                "{\"name\":\"" + fault.wireName() + "\",\"count\":1,\"probability\":0.5,\"delay_ms\":10,\"for_user\":\""
                        + ALICE + "\"}");
        // Then
        assertThat(ordered.status()).isEqualTo(201);
        assertThat(ordered.at("/for_user")).isEqualTo(ALICE);
    }

    @Test
    void theInboxIsNewestFirstAndTheDmsAreOldestFirst() {
        // Given
        sandbox.brand().dm(CAROL, "first");
        sandbox.brand().dm(CAROL, "second");
        // When
        Answer inbox = sandbox.control("GET", "/sandbox/users/" + CAROL + "/inbox");
        Answer dms = sandbox.control("GET", "/sandbox/dms");
        // Then
        assertThat(List.of(inbox.at("/0/text"), inbox.at("/1/text"))).containsExactly("second", "first");
        assertThat(List.of(dms.at("/0/text"), dms.at("/1/text"))).containsExactly("first", "second");
        assertThat(inbox.json().get(0).propertyNames()).contains("id", "from", "text", "created_at");
    }

    @Test
    void statsCountAcceptedRejectedAndDelivered() {
        // Given
        sandbox.control("POST", "/sandbox/faults", "{\"name\":\"too_many_requests\",\"count\":1}");
        sandbox.brand().dm(CAROL, "refused");
        sandbox.brand().dm(CAROL, "twice");
        sandbox.brand().dm(CAROL, "twice");
        // When
        Answer stats = sandbox.control("GET", "/sandbox/stats");
        // Then
        assertThat(stats.at("/dms")).isEqualTo("2");
        assertThat(stats.at("/duplicates")).isEqualTo("1");
        assertThat(stats.at("/rejected/429")).isEqualTo("1");
        assertThat(stats.json().at("/webhooks").propertyNames()).contains("delivered", "failed");
    }
}
