package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import org.junit.jupiter.api.Test;

class WrongCodesIT {

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void theRightCodeIsRejectedAfterFiveWrongOnes() {
        // Given
        XUser user = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
        String code = user.readsTheCode();
        for (int left = 4; left >= 0; left--) {
            Answer answer = applicant.typesAnotherCodeThan(code);
            assertThat(answer.text("/result")).isEqualTo("incorrect");
            assertThat(answer.body().at("/attempts_remaining").asInt()).isEqualTo(left);
        }

        // When
        Answer late = applicant.types(code);

        // Then
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text("/code")).isEqualTo("exhausted");
        deployment.events.await(
                applicant.verification(),
                "VerificationOpened",
                "CodeSent",
                "IncorrectCodeEntered",
                "IncorrectCodeEntered",
                "IncorrectCodeEntered",
                "IncorrectCodeEntered",
                "IncorrectCodeEntered",
                "VerificationExhausted");
    }
}
