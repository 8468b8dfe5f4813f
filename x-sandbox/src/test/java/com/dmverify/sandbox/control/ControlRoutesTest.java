package com.dmverify.sandbox.control;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static com.dmverify.sandbox.testing.XClient.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import com.dmverify.sandbox.testing.XClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Seen(Where.SANDBOX)
class ControlRoutesTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final XClient brand = sandbox.brand();

    @Test
    void aUserIsCreatedAndChanged() {
        // When
        Answer made = sandbox.control(
                "POST", "/sandbox/users", "{\"username\":\"Dave_1\",\"follows_brand\":true,\"dm_setting\":\"nobody\"}");
        String id = made.at("/id");
        Answer changed = sandbox.control("PATCH", "/sandbox/users/" + id, "{\"suspended\":true}");
        // Then
        assertThat(made.status()).isEqualTo(201);
        assertThat(Long.parseLong(id)).isGreaterThan(1L << 53);
        assertThat(made.at("/follows_brand")).isEqualTo("true");
        assertThat(changed.at("/suspended")).isEqualTo("true");
        assertThat(changed.at("/dm_setting")).isEqualTo("nobody");
        assertThat(brand.dm(id, "hi").at("/detail")).startsWith("User has been suspended");
    }

    @Test
    void manyUsersAreCreatedAtOnce() {
        // When
        Answer made = sandbox.control("POST", "/sandbox/users/bulk", "{\"count\":1000,\"prefix\":\"user\"}");
        Answer list = sandbox.control("GET", "/sandbox/users?prefix=user99&limit=5");
        // Then
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/created")).isEqualTo("1000");
        assertThat(list.json()).hasSize(5);
        assertThat(list.at("/0/username")).isEqualTo("user99");
        assertThat(list.at("/0/follows_brand")).isEqualTo("true");
        assertThat(brand.dm(list.at("/1/id"), "hi").status()).isEqualTo(201);
    }

    @Test
    void acceptedDmsAreListedAndCounted() {
        // Given
        String first = brand.dm(ALICE, "same").at("/data/dm_event_id");
        brand.dm(ALICE, "same");
        brand.dm(BOB, "refused");
        // When
        Answer all = sandbox.control("GET", "/sandbox/dms");
        Answer since = sandbox.control("GET", "/sandbox/dms?since=" + first);
        Answer stats = sandbox.control("GET", "/sandbox/stats");
        // Then
        assertThat(all.json()).hasSize(2);
        assertThat(all.at("/0/to")).isEqualTo("alice");
        assertThat(since.json()).hasSize(1);
        assertThat(stats.text())
                .isEqualTo("{\"dms\":2,\"duplicates\":1,\"rejected\":{\"403\":1},"
                        + "\"webhooks\":{\"delivered\":0,\"failed\":0}}");
    }

    @Test
    void sinceCanBeATime() {
        // Given
        brand.dm(ALICE, "hi");
        // Then
        assertThat(sandbox.control("GET", "/sandbox/dms?since=2020-01-01T00:00:00Z")
                        .json())
                .hasSize(1);
        assertThat(sandbox.control("GET", "/sandbox/dms?since=2999-01-01T00:00:00Z")
                        .json())
                .isEmpty();
        assertThat(sandbox.control("GET", "/sandbox/dms?since=yesterday").status())
                .isEqualTo(400);
    }

    @Test
    void aResetRestoresTheInitialState() {
        // Given
        sandbox.control("POST", "/sandbox/users", "{\"username\":\"dave\"}");
        sandbox.control("POST", "/sandbox/users/" + BOB + "/follow");
        brand.dm(ALICE, "hi");
        // When
        Answer reset = sandbox.control("POST", "/sandbox/reset");
        // Then
        assertThat(reset.status()).isEqualTo(204);
        assertThat(sandbox.control("GET", "/sandbox/users/dave").status()).isEqualTo(404);
        assertThat(sandbox.control("GET", "/sandbox/dms").json()).isEmpty();
        assertThat(sandbox.control("GET", "/sandbox/stats").at("/dms")).isEqualTo("0");
        assertThat(brand.dm(BOB, "hi").status()).isEqualTo(403);
        assertThat(brand.dm(ALICE, "hi").header("x-rate-limit-remaining")).isEqualTo("13");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/sandbox/users|{\"username\":\"not a handle\"}|400",
                "POST|/sandbox/users|{}|400",
                "POST|/sandbox/users|[]|400",
                "POST|/sandbox/users|{|400",
                "POST|/sandbox/users|{\"username\":\"x\",\"dm_setting\":\"some\"}|400",
                "POST|/sandbox/users|{\"username\":\"ALICE\"}|409",
                "POST|/sandbox/users|{\"username\":\"x\",\"colour\":\"red\"}|400",
                "PATCH|/sandbox/users/42|{}|404",
                "POST|/sandbox/users/bulk|{\"count\":0}|400",
                "POST|/sandbox/users/bulk|{\"count\":10,\"prefix\":\"averyveryverylong\"}|400",
                "GET|/sandbox/users?limit=-1||400",
                "GET|/sandbox/users/nobody/inbox||404",
                "POST|/sandbox/users/alice/dms|{\"text\":\"\"}|400",
                "POST|/sandbox/users/mallory/dms|{\"text\":\"hi\"}|409",
                "POST|/sandbox/faults|{\"name\":\"no_such\"}|400",
                "POST|/sandbox/faults|{\"name\":\"slow\",\"probability\":2}|400",
                "POST|/sandbox/faults|{\"name\":\"slow\",\"for_user\":\"42\"}|404",
                "PUT|/sandbox/plan|{\"plan\":\"free\"}|400",
                "GET|/sandbox/nowhere||404",
            })
    void invalidControlCallsAreAnsweredWithAdvice(String method, String path, String json, int status) {
        // When
        Answer answer = sandbox.control(method, path, json);
        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/detail")).hasSizeGreaterThan(20);
        assertThat(answer.at("/status")).isEqualTo(Integer.toString(status));
    }

    @Test
    void thePageLoadsNothingFromOtherServers() {
        // When
        Answer page = sandbox.control("GET", "/");
        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.text()).contains("<h1>X sandbox</h1>").doesNotContain("=\"http", "=\"//");
        assertThat(sandbox.control("GET", "/page.js").text()).doesNotContain("innerHTML");
        assertThat(sandbox.control("GET", "/page.css").status()).isEqualTo(200);
    }
}
