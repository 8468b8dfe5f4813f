package com.dmverify.x;

import static com.dmverify.x.recorded.Answers.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.dmverify.x.recorded.RecordedX;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XClientTest {

    private static final UserId SOMEBODY = new UserId("12");

    @Test
    void aClientNeedsCredentials() {
        assertThatIllegalStateException().isThrownBy(() -> XClient.builder().build());
        assertThatIllegalArgumentException().isThrownBy(() -> new OAuth1Credentials("key", "secret", "token", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new AppOnlyCredentials("", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.x.com", "ftp://api.x.com", "https:///1.1", "https://api.x.com?a=b", "mailto:a@x.com"})
    void aBaseUrlMustBeAnHttpUrl(String address) {
        XClient.Builder builder = XClient.builder().baseUrl(URI.create(address)).credentials(RecordedX.BRAND);
        assertThatIllegalArgumentException().isThrownBy(builder::build);
    }

    @Test
    void aBaseUrlMayHaveAPath() {
        try (RecordedX x = new RecordedX().says("v2-dm-created.http");
                XClient client = XClient.builder()
                        .baseUrl(x.url().resolve("/below/"))
                        .credentials(RecordedX.BRAND)
                        .build()) {
            client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello");
            assertThat(x.lastAsked().line()).isEqualTo("POST /below/2/dm_conversations/with/12/messages");
        }
    }

    @Test
    void timeOutsMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(-1)));
    }

    @Test
    void aClosedClientReturnsAnError() {
        try (RecordedX x = new RecordedX().says("v2-dm-created.http")) {
            // Given
            XClient client = x.client();
            client.close();
            // When
            XError error = error(client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello"));
            // Then
            assertThat(error).isInstanceOf(XError.Unavailable.class);
            assertThat(x.asked()).isEmpty();
        }
    }

    @Test
    void aClientWithoutATokenReturnsAnError() {
        try (RecordedX x = new RecordedX().says("v2-dm-created.http")) {
            TokenSource broken = () -> {
                throw new IllegalStateException("refresh of s3cr3t failed");
            };
            assertThat(errorWith(x, broken))
                    .isEqualTo(new XError.Unavailable("no access token: IllegalStateException", null));
            TokenSource unconnected = () -> {
                throw new NotAuthorizedException("connect the account at /connections");
            };
            assertThat(errorWith(x, unconnected))
                    .isEqualTo(new XError.AppMisconfigured("connect the account at /connections", null));
            assertThat(errorWith(x, () -> "two\nlines")).isInstanceOf(XError.AppMisconfigured.class);
            assertThat(x.asked()).isEmpty();
        }
    }

    private static XError errorWith(RecordedX x, TokenSource token) {
        try (XClient client = XClient.builder()
                .baseUrl(x.url())
                .credentials(new OAuth2Credentials(token))
                .build()) {
            return error(client.directMessages(ApiVersion.V2).send(SOMEBODY, "hello"));
        }
    }
}
