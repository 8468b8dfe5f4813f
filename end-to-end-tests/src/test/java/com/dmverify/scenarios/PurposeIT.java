package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import com.dmverify.sandbox.link.LinkedText;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's purpose is part of the message and contains no link, mention or tag. */
class PurposeIT {

    /** Mentions and tags, which X makes clickable. */
    private static final Pattern MENTION_OR_TAG = Pattern.compile("[@#$][\\p{L}\\p{N}_]");

    private final SharedDeployment deployment = SharedDeployment.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Link your X account to Example.com",
                "https:#//evil.#com/x",
                "https://evil.com/login",
                "ask @jack about #prizes for $CASH",
                "evil。com and evil．com",
                "ev\u200Bil.com, e\u0301vil.com",
                "ｈｔｔｐｓ：／／ｅｖｉｌ．ｃｏｍ",
                "a & b < c > d"
            })
    void aPurposeIsSentWithoutClickableParts(String purpose) {
        // Given
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant();

        // When
        Answer started = applicant.starts(Map.of("target", Map.of("handle", user.handle()), "purpose", purpose));

        // Then
        assertThat(started.status()).as("%s", started.body()).isEqualTo(202);
        String sent = started.text("/purpose_sent");
        String code = user.readsTheCode();
        String message = user.inbox().getFirst();
        assertThat(message).contains(sent);
        assertThat(LinkedText.of(message).links()).isEmpty();
        assertThat(sent).doesNotContainPattern(MENTION_OR_TAG);
        assertThat(applicant.types(code).text("/result")).isEqualTo("approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Node.js", "z.B. 3.Mai", "St.Étienne", "アカウントを確認します。リンクします。", "C# and F#"})
    void aPurposeKeepsEveryLetter(String purpose) {
        // Given
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant();

        // When
        Answer started = applicant.starts(Map.of("target", Map.of("handle", user.handle()), "purpose", purpose));

        // Then
        user.readsTheCode();
        assertThat(user.inbox().getFirst()).contains(started.text("/purpose_sent"));
        assertThat(letters(started.text("/purpose_sent"))).isEqualTo(letters(purpose));
    }

    @Test
    void aPurposeWithACodeIsRejected() {
        // Given
        XUser user = deployment.aFollower();

        // When
        Answer answer = deployment
                .anApplicant()
                .starts(Map.of("target", Map.of("handle", user.handle()), "purpose", "Your code is 123 456"));

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/purpose");
    }

    /** Removes spaces. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }
}
