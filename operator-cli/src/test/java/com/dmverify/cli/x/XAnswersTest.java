package com.dmverify.cli.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.XError;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class XAnswersTest {

    private static final String DETAIL = "what X says";

    /** Every error of X has an advice of its own, with X's words and the status. */
    @Test
    void everyErrorSaysSomethingElse() {
        List<String> sentences = all().map(XAnswers::sentence).toList();

        assertThat(sentences)
                .hasSize(XError.class.getPermittedSubclasses().length)
                .doesNotHaveDuplicates();
        assertThat(sentences).allSatisfy(sentence -> assertThat(sentence).contains("418", DETAIL));
    }

    @Test
    void credentialsAreMasked() {
        XCredentials credentials = new XCredentials(java.util.Map.of("token-secret", "hush"));

        assertThat(credentials.toString()).contains("token-secret").doesNotContain("hush");
    }

    private static Stream<XError> all() {
        return Stream.of(
                new XError.TargetUnknown(DETAIL, 418),
                new XError.TargetSuspended(DETAIL, 418),
                new XError.TargetClosed(DETAIL, 418),
                new XError.SenderRestricted(DETAIL, 418),
                new XError.AppMisconfigured(DETAIL, 418),
                new XError.ClockSkewed(DETAIL, 418),
                new XError.OutOfCredits(DETAIL, 418),
                new XError.Throttled(Instant.EPOCH, DETAIL, 418),
                new XError.Unavailable(DETAIL, 418),
                new XError.UnknownOutcome(DETAIL, 418),
                new XError.UnclearRefusal(DETAIL, 418),
                new XError.Rejected(DETAIL, 418));
    }
}
