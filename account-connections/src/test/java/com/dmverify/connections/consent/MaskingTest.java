package com.dmverify.connections.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.cast.Accounts;
import com.dmverify.connections.page.Operator;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What passes through a consent shows none of it. */
class MaskingTest {

    @Test
    void secretsAreMasked() {
        ConsentRequest request = ConsentRequest.fresh(Accounts.brand(URI.create("http://x")), "hush");

        assertThat(request.toString()).doesNotContain("hush").doesNotContain(request.verifier());
        assertThat(new PendingConsent("main", "hush", "hush").toString()).doesNotContain("hush");
        assertThat(new Return("hush", "hush", "hush", "hush").toString()).doesNotContain("hush");
        assertThat(new Departure(URI.create("http://x?state=hush"), "hush").toString())
                .doesNotContain("hush");
        assertThat(new Operator("operator", "hush-6f1d0c4b9e7a").toString()).doesNotContain("hush");
    }

    @Test
    void aStrangersWordsAreShownOnlyIfTheyCanBeACode() {
        assertThat(Words.plain("access_denied")).isEqualTo("access_denied");
        assertThat(Words.plain("<script>")).isEqualTo("no reason given");
        assertThat(Words.plain(null)).isEqualTo("no reason given");
    }
}
