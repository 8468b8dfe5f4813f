package com.dmverify.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.problem.FieldError;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.request.StartFields.ConsentFields;
import com.dmverify.api.request.StartFields.TargetFields;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Mode;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.text.SafeLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Caller CALLER = new Caller(
            "acme",
            new SendingAccount("demo", new Handle("dmverify_demo"), new UserId("1000000000000000001"), 1),
            Set.of(),
            "",
            false,
            TestPolicy.PROFILE);
    private static final TargetFields JACK = new TargetFields("@jack", null);

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "pt-BR, pt-BR",
        "PT-br, pt-BR",
        "en-US-u-hc-h12, en-US",
        "de-DE-u-co-phonebk, de-DE",
        "zh-Hant-TW, zh-TW",
        "zh-Hans, zh",
        "es-419, es-419",
        "sl-rozaj-biske, sl",
        "und, en",
        "x-private, en",
        "en-a-bbb-x-a-ccc, en"
    })
    void aLanguageTagIsReducedToLanguageAndRegion(String tag, String kept) {
        assertThat(open(body().locale(tag)).request().locale()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "en_US", "e", "en--US", "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"})
    void whatIsNoLanguageTagIsRefused(String tag) {
        refused(body().locale(tag), "/locale");
    }

    @Test
    void aLongLanguageTagIsRefusedWithoutReadingIt() {
        refused(body().locale("en" + "-aaaaaaaa".repeat(100_000)), "/locale");
    }

    @ParameterizedTest
    @CsvSource({
        "Link your X account to Example.com, Link your X account to Example. com",
        "https:#//evil.#com/x, https:# / / evil. # com/x",
        "'  Link \t to   Example ', Link to Example"
    })
    void aPurposeIsKeptAsThePersonWillReadIt(String purpose, String line) {
        String kept = open(body().purpose(purpose)).request().purpose();

        assertThat(kept).isEqualTo(SafeLine.of(purpose));
        assertThat(String.valueOf(kept).replace(" ", "")).isEqualTo(line.replace(" ", ""));
    }

    @Test
    void aPurposeHas120CharactersBeforeAndAfterItWasMadeHarmless() {
        assertThat(open(body().purpose("😀".repeat(120))).request().purpose()).isEqualTo("😀".repeat(120));
        refused(body().purpose("😀".repeat(121)), "/purpose");
        refused(body().purpose("a.".repeat(60)), "/purpose");
        refused(body().purpose(" ".repeat(121)), "/purpose");
        assertThat(open(body().purpose(" \u200b ")).request().purpose()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your code changed to 999999", "12 34 56", "1-2-3-4-5-6", "１２３４５６", "٠١٢٣٤٥"})
    void aPurposeHoldsNothingThatACheckWouldTakeForACode(String purpose) {
        refused(body().purpose(purpose), "/purpose");
    }

    @Test
    void aFewDigitsAreNoCode() {
        assertThat(open(body().purpose("Order 12345")).request().purpose()).isEqualTo("Order 12345");
    }

    @Test
    void lengthsAreCharactersAndNotHalfCharacters() {
        assertThat(open(body().reference("😀".repeat(128))).request().reference())
                .hasSize(256);
        refused(body().reference("😀".repeat(129)), "/reference");
        refused(body().reference(""), "/reference");
    }

    @Test
    void halfCharactersAreRefusedWhereverTextComesIn() {
        refused(body().reference("a\ud800"), "/reference");
        refused(body().purpose("\udc00b"), "/purpose");
        refused(body().metadata(Map.of("k", "\ud800")), "/metadata/k");
        refused(body().metadata(Map.of("\ud800", "v")), "/metadata/\ud800");
        refused(body().target(new TargetFields("\ud800", null)), "/target/handle");
        refused(body().target(new TargetFields(null, "\ud800")), "/target/user_id");
        refused(body().consent(new ConsentFields("2026-11-20T10:00:00Z", "\ud800")), "/consent/text_version");
        refused(body().locale("\ud800"), "/locale");
        refused(body().mode("\ud800"), "/mode");
        refused(body().clientIp("\ud800"), "/client_ip");
    }

    @Test
    void metadataHasASizeInEveryDirection() {
        refused(
                body().metadata(IntStream.range(0, 17).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"))),
                "/metadata");
        refused(body().metadata(Map.of("k".repeat(41), "v")), "/metadata/" + "k".repeat(41));
        refused(body().metadata(Map.of("", "v")), "/metadata/");
        refused(body().metadata(Map.of("a/b", "v".repeat(257))), "/metadata/a~1b");
        Map<String, String> whole =
                IntStream.range(0, 9).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "😀".repeat(228)));
        refused(body().metadata(whole), "/metadata");
        Map<String, @Nullable String> absent = new HashMap<>();
        absent.put("k", null);
        refused(body().metadata(absent), "/metadata/k");
        assertThat(open(body().metadata(Map.of("k".repeat(40), "v".repeat(256))))
                        .request()
                        .metadata())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0012", "12345678901234567890", "-1", "1 2", "１２"})
    void aUserIdIsAsXWritesIt(String id) {
        refused(body().target(new TargetFields(null, id)), "/target/user_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@jack", "＠jack", "ja\u200bck", "https://mobile.x.com/jack?s=20", "M.twitter.com/jack/status/1"})
    void aHandleIsUnderstoodAsPeoplePasteIt(String handle) {
        assertThat(open(body().target(new TargetFields(handle, null))).target().handle())
                .isEqualTo(new Handle("jack"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.com/home", "x.com/i/flow/login", "https://x.com/search?q=jack", "jack dorsey"})
    void whatIsNoProfileIsRefused(String handle) {
        refused(body().target(new TargetFields(handle, null)), "/target/handle");
        refused(body().target(new TargetFields("x".repeat(201), null)), "/target/handle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2005-12-31T23:59:59Z",
                "2026-11-21T10:00:01Z",
                "+999999999-12-31T23:59:59Z",
                "yesterday",
                "2099-01-01T00:00:00Z"
            })
    void aConsentWasGivenSinceXExistsAndBeforeTomorrow(String at) {
        refused(body().consent(new ConsentFields(at, "3")), "/consent/at");
    }

    @Test
    void theModeIsOneOfThree() {
        assertThat(open(body()).request().mode()).isEqualTo(Mode.DM_OUT);
        assertThat(open(body().mode("auto")).request().mode()).isEqualTo(Mode.AUTO);
        refused(body().mode("DM_IN"), "/mode");
        refused(body().mode(""), "/mode");
    }

    @Test
    void onlyAChallengeNeedsNoTarget() {
        assertThat(open(body().mode("dm_in").target(null)).target()).isEqualTo(Target.NOT_NAMED);
        assertThat(open(body().mode("dm_in")).target().handle()).isEqualTo(new Handle("jack"));
        refused(body().mode("dm_in").target(new TargetFields(null, null)), "/target");
        refused(body().mode("auto").target(null), "/target");
        refused(body().target(null), "/target");
    }

    @Test
    void aConsentIsKept() {
        assertThat(open(body().consent(new ConsentFields("2026-11-21T12:00:00+02:00", "3")))
                        .request()
                        .consent()
                        .at())
                .isEqualTo("2026-11-21T10:00:00Z");
        refused(body().consent(new ConsentFields("2026-11-20T10:00:00Z", "v".repeat(65))), "/consent/text_version");
        refused(body().consent(new ConsentFields("2026-11-20T10:00:00Z", null)), "/consent");
    }

    @Test
    void allFieldsThatCannotBeUsedAreNamedAtOnce() {
        assertThatThrownBy(
                        () -> open(body().target(null).locale("?").reference("").clientIp("?")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/target", "/locale", "/reference", "/client_ip"));
    }

    @Test
    void twoRequestsAreTheSameIfTheyAskForTheSame() {
        String one =
                Fingerprint.of(open(body().metadata(Map.of("a", "1", "b", "2")).locale("en-u-hc-h12")));
        assertThat(Fingerprint.of(open(body().target(new TargetFields("https://x.com/JACK", null))
                        .metadata(Map.of("b", "2", "a", "1")))))
                .isEqualTo(one);
        assertThat(Fingerprint.of(open(
                        body().mode("auto").metadata(Map.of("a", "1", "b", "2")).locale("en-u-hc-h12"))))
                .isNotEqualTo(one);
        assertThat(Fingerprint.of(open(body().metadata(Map.of("a", "12", "b", "")))))
                .isNotEqualTo(one);
        assertThat(Fingerprint.of(
                        open(body().metadata(Map.of("a", "1", "b", "2")).reference("r"))))
                .isNotEqualTo(one);
        assertThat(Fingerprint.of(
                        open(body().metadata(Map.of("a", "1", "b", "2")).clientIp("203.0.113.7"))))
                .isNotEqualTo(one);
    }

    private static StartRequest open(Body body) {
        return StartRequest.of(body.body, CALLER, NOW);
    }

    private static void refused(Body body, String pointer) {
        assertThatThrownBy(() -> open(body))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .contains(pointer));
    }

    private static Body body() {
        return new Body(new StartFields(JACK, null, null, null, null, null, null, null));
    }

    /** A body in which single fields are set. */
    private record Body(StartFields body) {

        Body target(@Nullable TargetFields target) {
            return new Body(new StartFields(
                    target,
                    body.mode(),
                    body.locale(),
                    body.purpose(),
                    body.reference(),
                    body.metadata(),
                    body.clientIp(),
                    body.consent()));
        }

        Body mode(String mode) {
            return new Body(new StartFields(
                    body.target(),
                    mode,
                    body.locale(),
                    body.purpose(),
                    body.reference(),
                    body.metadata(),
                    body.clientIp(),
                    body.consent()));
        }

        Body locale(String locale) {
            return new Body(new StartFields(
                    body.target(),
                    body.mode(),
                    locale,
                    body.purpose(),
                    body.reference(),
                    body.metadata(),
                    body.clientIp(),
                    body.consent()));
        }

        Body purpose(String purpose) {
            return new Body(new StartFields(
                    body.target(),
                    body.mode(),
                    body.locale(),
                    purpose,
                    body.reference(),
                    body.metadata(),
                    body.clientIp(),
                    body.consent()));
        }

        Body reference(String reference) {
            return new Body(new StartFields(
                    body.target(),
                    body.mode(),
                    body.locale(),
                    body.purpose(),
                    reference,
                    body.metadata(),
                    body.clientIp(),
                    body.consent()));
        }

        Body metadata(Map<String, @Nullable String> metadata) {
            return new Body(new StartFields(
                    body.target(),
                    body.mode(),
                    body.locale(),
                    body.purpose(),
                    body.reference(),
                    metadata,
                    body.clientIp(),
                    body.consent()));
        }

        Body clientIp(String clientIp) {
            return new Body(new StartFields(
                    body.target(),
                    body.mode(),
                    body.locale(),
                    body.purpose(),
                    body.reference(),
                    body.metadata(),
                    clientIp,
                    body.consent()));
        }

        Body consent(ConsentFields consent) {
            return new Body(new StartFields(
                    body.target(),
                    body.mode(),
                    body.locale(),
                    body.purpose(),
                    body.reference(),
                    body.metadata(),
                    body.clientIp(),
                    consent));
        }
    }
}
