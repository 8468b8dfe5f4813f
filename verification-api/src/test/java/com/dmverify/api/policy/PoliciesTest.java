package com.dmverify.api.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.api.TestPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PoliciesTest {

    @Test
    void standardIsTheDocumentedPolicyAndStrictIsStricter() {
        PolicyProfile standard = policies(Map.of()).named("standard");
        PolicyProfile strict = policies(Map.of()).named("strict");

        assertThat(standard).isEqualTo(TestPolicy.PROFILE);
        assertThat(strict.consentRequired()).isTrue();
        assertThat(strict.numbers().codeDigits())
                .isGreaterThan(standard.numbers().codeDigits());
        assertThat(strict.numbers().codeLife()).isLessThan(standard.numbers().codeLife());
        assertThat(strict.numbers().tries()).isLessThan(standard.numbers().tries());
        assertThat(strict.limits().startsPerTargetHour())
                .isLessThan(standard.limits().startsPerTargetHour());
    }

    @Test
    void aTenantsOwnProfileHasWhatItSetsAndTheRestOfStandard() {
        PolicyProfile own = policies(Map.of(
                        "own.code-digits", "7",
                        "own.send-within", "20m",
                        "own.resend-after", "10s",
                        "own.template", "brief",
                        "own.consent-required", "true",
                        "own.limits.failures-per-target-day", "4",
                        "standard.tries", "4"))
                .named("own");

        assertThat(own.numbers().codeDigits()).isEqualTo(7);
        assertThat(own.numbers().tries()).isEqualTo(4);
        assertThat(own.consentRequired()).isTrue();
        assertThat(own.limits()).isEqualTo(new ProfileLimits(3, 10, 4, 20));
        assertThat(own.terms())
                .isEqualTo(new Terms(
                        "own",
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(30),
                        5,
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        4,
                        Template.BRIEF));
    }

    @Test
    void theLongestProfileSaysHowLongThingsAreKept() {
        Policies policies = policies(Map.of("own.send-within", "20m"));

        assertThat(policies.longestWait()).isEqualTo(Duration.ofMinutes(20));
        assertThat(policies.longestRun())
                .isEqualTo(policies.named("own").numbers().longestRun())
                .isGreaterThan(policies.named("standard").numbers().longestRun());
    }

    @ParameterizedTest
    @ValueSource(strings = {"own.code-digits=5", "own.limits.failures-per-target-day=-1", "own.tries=0"})
    void aNumberThatCannotBeIsRefusedWithTheNameOfTheProfile(String setting) {
        String[] parts = setting.split("=", -1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies(Map.of(parts[0], parts[1])))
                .withMessageContaining("dm-verify.policies.own");
    }

    @Test
    void aNameThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policies(Map.of()).named("strickt"))
                .withMessageContaining("strict");
    }

    @Test
    void termsAreReadAsTheyWereWrittenAlsoWithPartsOfALaterRelease() {
        Terms terms = policies(Map.of("own.template", "brief")).named("own").terms();

        assertThat(Terms.read(terms.text())).isEqualTo(terms);
        assertThat(Terms.read(terms.text() + " 7 more")).isEqualTo(terms);
        assertThat(Terms.read(terms.text().replace("brief", "loud")).template()).isEqualTo(Template.STANDARD);
        assertThatIllegalArgumentException().isThrownBy(() -> Terms.read("own 1 2"));
    }

    private static Policies policies(Map<String, String> settings) {
        Map<String, ProfileSettings> configured = new Binder(new MapConfigurationPropertySource(settings))
                .bind("", Bindable.mapOf(String.class, ProfileSettings.class))
                .orElse(Map.of());
        return new Policies(TestPolicy.DEFAULT, TestPolicy.PROFILE.limits(), configured);
    }
}
