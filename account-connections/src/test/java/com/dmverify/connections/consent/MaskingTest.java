package com.dmverify.connections.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.page.Operator;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** {@code toString} of the types of a consent shows no secret. */
class MaskingTest {

    @Test
    void secretsAreMasked() {
        ConsentRequest request = ConsentRequest.fresh(Accounts.brand(URI.create("http://x")), "hush");

        assertThat(request.toString()).doesNotContain("hush").doesNotContain(request.verifier());
        assertThat(new PendingConsent("main", "hush", "hush").toString()).doesNotContain("hush");
        assertThat(new ConsentCallback("hush", "hush", "hush", "hush").toString())
                .doesNotContain("hush");
        assertThat(new ConsentRedirect(URI.create("http://x?state=hush"), "hush").toString())
                .doesNotContain("hush");
        assertThat(new Operator("operator", "hush-6f1d0c4b9e7a").toString()).doesNotContain("hush");
    }

    @Test
    void anErrorParameterIsShownOnlyIfItIsACode() {
        assertThat(OAuthErrorCode.validated("access_denied")).isEqualTo("access_denied");
        assertThat(OAuthErrorCode.validated("<script>")).isEqualTo("no reason given");
        assertThat(OAuthErrorCode.validated(null)).isEqualTo("no reason given");
    }
}
