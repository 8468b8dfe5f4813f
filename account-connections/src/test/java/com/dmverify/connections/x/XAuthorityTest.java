package com.dmverify.connections.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.cast.FakeX;
import com.dmverify.connections.cast.FakeX.Trouble;
import com.dmverify.connections.cast.HandClock;
import com.dmverify.connections.connection.Owner;
import com.dmverify.connections.connection.TokenPair;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XAuthorityTest {

    private final FakeX fake = new FakeX();
    private final HandClock clock = new HandClock();
    private final XAuthority x = new XAuthority(Duration.ofSeconds(20), Duration.ofSeconds(20), clock);
    private final ConnectedAccount account = Accounts.brand(fake.url());
    private final TokenPair tokens =
            Accounts.connection(fake.brandTokens(), clock.instant()).tokens();

    @AfterEach
    void close() {
        fake.close();
        x.close();
    }

    @Test
    void renewsWithBasicCredentials() {
        TokenPair fresh = renewed(x.renew(account, tokens));

        assertThat(fresh.endsAt()).isEqualTo(HandClock.START.plus(Accounts.LIFE));
        assertThat(fresh.refresh()).isNotEqualTo(tokens.refresh());
        assertThat(x.ownerOf(account, fresh)).isEqualTo(new Owner(FakeX.BRAND, "example"));
    }

    @Test
    void renewsForAPublicAppByItsId() {
        assertThat(x.renew(Accounts.brandWithPublicApp(fake.url()), tokens)).isInstanceOf(RenewalAnswer.Renewed.class);
    }

    @Test
    void aSpentTokenIsRefused() {
        // Given
        x.renew(account, tokens);

        // When
        RenewalAnswer answer = x.renew(account, tokens);

        // Then
        assertThat(answer)
                .isEqualTo(
                        new RenewalAnswer.Refused("X says invalid_request (Value passed for the token was invalid)"));
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
    void everyAnswerHasItsMeaning(int status, String body, String meaning) {
        // Given
        fake.has(Trouble.answering(status, body));

        // When
        RenewalAnswer answer = x.renew(account, tokens);

        // Then
        assertThat(answer.getClass().getSimpleName()).isEqualTo(meaning);
        assertThat(answer.toString()).doesNotContain("-secret-");
    }

    @Test
    void aLostAnswerIsUnknown() {
        // Given
        fake.has(Trouble.losingAnswers());

        // Then
        assertThat(x.renew(account, tokens)).isInstanceOf(RenewalAnswer.Unknown.class);
    }

    @Test
    void aLateAnswerIsUnknown() {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        fake.waitsFor(never);

        // Then
        try (XAuthority impatient = new XAuthority(Duration.ofSeconds(20), Duration.ofMillis(200), clock)) {
            assertThat(impatient.renew(account, tokens)).isInstanceOf(RenewalAnswer.Unknown.class);
        } finally {
            never.countDown();
        }
    }

    @Test
    void withoutAConnectionNothingWasDone() {
        URI nobody = fake.url();
        fake.close();

        assertThat(x.renew(Accounts.brand(nobody), tokens)).isEqualTo(new RenewalAnswer.NotDone("X is not reachable"));
        assertThat(x.renew(Accounts.brand(URI.create("http://nobody.invalid")), tokens))
                .isEqualTo(new RenewalAnswer.NotDone("X is not reachable"));
    }

    @Test
    void aLifeThatXDoesNotSayIsTheDocumentedOne() {
        // Given
        fake.has(Trouble.answering(200, "{\"token_type\":\"bearer\",\"access_token\":\"a\",\"refresh_token\":\"r\"}"));

        // Then
        assertThat(renewed(x.renew(account, tokens)).endsAt()).isEqualTo(HandClock.START.plus(Duration.ofHours(2)));
    }

    @Test
    void revokesBothTokens() {
        assertThat(x.revoke(account, tokens)).isTrue();
        assertThat(fake.revoked()).containsExactly(tokens.refresh(), tokens.access());
        assertThat(x.revoke(Accounts.brandWithPublicApp(fake.url()), tokens)).isTrue();
    }

    @Test
    void saysThatNothingWasRevoked() {
        fake.has(Trouble.answering(503, ""));

        assertThat(x.revoke(account, tokens)).isFalse();
    }

    @Test
    void aDeadTokenHasNoOwner() {
        fake.kills(tokens.access());

        assertThatThrownBy(() -> x.ownerOf(account, tokens)).isInstanceOf(XUnavailableException.class);
    }

    private static TokenPair renewed(RenewalAnswer answer) {
        return ((RenewalAnswer.Renewed) answer).tokens();
    }
}
