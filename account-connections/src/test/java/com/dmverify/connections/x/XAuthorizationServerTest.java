package com.dmverify.connections.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.connection.TokenPair;
import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.fixtures.FakeX;
import com.dmverify.connections.fixtures.FakeX.Fault;
import com.dmverify.local.testing.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XAuthorizationServerTest {

    private final FakeX fake = new FakeX();
    private final MutableClock clock = MutableClock.at(Accounts.START);
    private final XAuthorizationServer x =
            new XAuthorizationServer(Duration.ofSeconds(20), Duration.ofSeconds(20), clock);
    private final ConnectedAccount account = Accounts.brand(fake.url());
    private final TokenPair tokens =
            Accounts.connection(fake.brandTokens(), clock.instant()).tokens();

    @AfterEach
    void close() {
        fake.close();
        x.close();
    }

    @Test
    void aConfidentialAppRefreshesWithBasicAuthentication() {
        TokenPair fresh = refreshed(x.refresh(account, tokens));

        assertThat(fresh.endsAt()).isEqualTo(Accounts.START.plus(Accounts.LIFE));
        assertThat(fresh.refresh()).isNotEqualTo(tokens.refresh());
        assertThat(x.ownerOf(account, fresh)).isEqualTo(new Owner(FakeX.BRAND, "example"));
    }

    @Test
    void aPublicAppRefreshesWithItsClientId() {
        assertThat(x.refresh(Accounts.brandWithPublicApp(fake.url()), tokens))
                .isInstanceOf(RefreshResult.Refreshed.class);
    }

    @Test
    void aUsedRefreshTokenIsRefused() {
        // Given
        x.refresh(account, tokens);

        // When
        RefreshResult answer = x.refresh(account, tokens);

        // Then
        assertThat(answer)
                .isEqualTo(
                        new RefreshResult.Refused("X says invalid_request (Value passed for the token was invalid)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\"} | Refused",
                "400 | {\"error\":\"invalid_client\"} | NotDone",
                "400 | <html>edge</html> | Unknown",
                "401 | {\"error\":\"unauthorized_client\"} | NotDone",
                "403 | <html>edge</html> | NotDone",
                "429 | {} | NotDone",
                "500 | {} | Unknown",
                "503 | <html>Over capacity</html> | Unknown",
                "200 | {} | Unknown",
                "200 | <html>edge</html> | Unknown",
                "302 | {} | Unknown"
            })
    void everyResponseHasItsResult(int status, String body, String meaning) {
        // Given
        fake.has(Fault.answering(status, body));

        // When
        RefreshResult answer = x.refresh(account, tokens);

        // Then
        assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(answer.toString()).doesNotContain("-secret-");
    }

    @Test
    void aLostResponseIsUnknown() {
        // Given
        fake.has(Fault.losingAnswers());

        // Then
        assertThat(x.refresh(account, tokens)).isInstanceOf(RefreshResult.Unknown.class);
    }

    @Test
    void aLateResponseIsUnknown() {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        fake.waitsFor(never);

        // Then
        try (XAuthorizationServer impatient =
                new XAuthorizationServer(Duration.ofSeconds(20), Duration.ofMillis(200), clock)) {
            assertThat(impatient.refresh(account, tokens)).isInstanceOf(RefreshResult.Unknown.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void aRefusedConnectionHadNoEffect() {
        URI nobody = fake.url();
        fake.close();

        assertThat(x.refresh(Accounts.brand(nobody), tokens))
                .isEqualTo(new RefreshResult.NotDone("X is not reachable"));
        assertThat(x.refresh(Accounts.brand(URI.create("http://nobody.invalid")), tokens))
                .isEqualTo(new RefreshResult.NotDone("X is not reachable"));
    }

    @Test
    void withoutExpiresInTheDocumentedLifetimeCounts() {
        // Given
        fake.has(Fault.answering(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"refresh_token\":\"r\"}"));

        // Then
        assertThat(refreshed(x.refresh(account, tokens)).endsAt()).isEqualTo(Accounts.START.plus(Duration.ofHours(2)));
    }

    @Test
    void revokesBothTokens() {
        assertThat(x.revoke(account, tokens)).isTrue();
        assertThat(fake.revoked()).containsExactly(tokens.refresh(), tokens.access());
        assertThat(x.revoke(Accounts.brandWithPublicApp(fake.url()), tokens)).isTrue();
    }

    @Test
    void aFailedRevocationIsReported() {
        fake.has(Fault.answering(503, ""));

        assertThat(x.revoke(account, tokens)).isFalse();
    }

    @Test
    void aRevokedTokenHasNoOwner() {
        fake.kills(tokens.access());

        assertThatThrownBy(() -> x.ownerOf(account, tokens)).isInstanceOf(XUnavailableException.class);
    }

    private static TokenPair refreshed(RefreshResult answer) {
        return ((RefreshResult.Refreshed) answer).tokens();
    }
}
