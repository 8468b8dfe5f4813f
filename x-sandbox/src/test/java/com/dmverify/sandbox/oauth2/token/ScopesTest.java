package com.dmverify.sandbox.oauth2.token;

import static com.dmverify.sandbox.testing.XClient.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sandbox.testing.Answer;
import com.dmverify.sandbox.testing.BearerClient;
import com.dmverify.sandbox.testing.OAuth2App;
import com.dmverify.sandbox.testing.Sandbox;
import com.dmverify.sandbox.testing.Seen;
import com.dmverify.sandbox.testing.Seen.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopesTest {

    private final Sandbox sandbox = Sandbox.fresh();
    private final OAuth2App app = OAuth2App.shipped(sandbox);

    @ParameterizedTest
    @Seen(Where.DOCUMENTATION)
    @CsvSource({
        "tweet.read users.read dm.read,GET,/2/users/me,200",
        "users.read dm.read,GET,/2/users/me,403",
        "tweet.read dm.read,GET,/2/users/me,403",
        "tweet.read users.read dm.read,GET,/2/dm_events,200",
        "tweet.read users.read dm.write,GET,/2/dm_events,403",
        "tweet.read users.read,GET,/2/users/by/username/alice,200",
        "tweet.read users.read dm.write,POST,/2/dm_conversations/with/2000000000000000001/messages,201",
        "tweet.read users.read dm.read,POST,/2/dm_conversations/with/2000000000000000001/messages,403",
        "tweet.read users.read dm.read,DELETE,/2/dm_events/1,403",
    })
    void aTokenAllowsWhatItsScopesAllow(String scopes, String method, String path, int status) {
        // Given
        BearerClient client = app.as(app.tokens("dmverify_demo", scopes));
        // When
        Answer answer = switch (method) {
            case "GET" -> client.get(path);
            case "DELETE" -> client.delete(path);
            default -> client.post(path, "{\"text\":\"hi\"}");
        };
        // Then
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    @Seen(Where.RECORDING)
    void aMissingScopeIsABareForbidden() {
        // When
        Answer answer = app.as(app.tokens("dmverify_demo", "users.read")).dm(ALICE, "hi");
        // Then
        assertThat(answer.text())
                .isEqualTo(
                        "{\"title\":\"Forbidden\",\"type\":\"about:blank\",\"status\":403,\"detail\":\"Forbidden\"}");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void v1DoesNotAcceptOAuth2UserTokens() {
        // When
        Answer answer =
                app.as(app.tokens("dmverify_demo", OAuth2App.SCOPES)).get("/1.1/direct_messages/events/list.json");
        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo(89);
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void webhooksRequireAppOnlyOrOAuth1() {
        // When
        Answer answer = app.as(app.tokens("dmverify_demo", OAuth2App.SCOPES)).get("/2/webhooks");
        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/type")).endsWith("/unsupported-authentication");
    }

    @Test
    @Seen(Where.DOCUMENTATION)
    void aSignedCallHasThePermissionOfItsToken() {
        assertThat(sandbox.brand().get("/2/users/me").header("x-access-level")).isEqualTo("read-write-directmessages");
    }
}
