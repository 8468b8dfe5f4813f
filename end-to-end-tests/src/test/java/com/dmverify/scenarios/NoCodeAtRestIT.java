package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.scenarios.StoredData.StoredText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searches everything that Kafka, Redis and the services store for codes, also for codes that persons wrote in a DM. */
class NoCodeAtRestIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final SharedDeployment deployment = SharedDeployment.shared();
    private final List<String> codes = new ArrayList<>();

    @Test
    void noStoreAndNoLogContainsACode() {
        // Given: codes that were sent, typed, and written to the brand in every form
        for (WrittenCode form : WrittenCode.values()) {
            XUser user = deployment.aFollower();
            Applicant applicant = deployment.anApplicant().asksToVerify(user.handle());
            String code = user.readsTheCode();
            codes.add(code);
            applicant.sees("/delivery/status", "sent");
            applicant.typesAnotherCodeThan(code);
            user.writes(form.of(code));
            if (form.isCodeAlone()) {
                assertThat(applicant.types(form.of(code)).text("/result"))
                        .as("%s", form)
                        .isEqualTo("approved");
            }
        }
        XUser last = deployment.aFollower();
        Applicant applicant = deployment.anApplicant().asksToVerify(last.handle());
        codes.add(last.readsTheCode());
        applicant.types(codes.getLast());
        last.writes("this is the last message");
        deployment.events.await(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationSucceeded");
        await("the last message in Kafka").atMost(TIMEOUT).until(() -> isRecorded("this is the last message"));

        DamagedActivities.spread(deployment.services.ports().kafka());

        // When
        List<StoredText> pieces =
                new ArrayList<>(StoredData.records(deployment.services.ports().kafka()));
        pieces.addAll(StoredData.redis(deployment.services.ports().redis()));
        List<Path> files = StoredData.files();

        // Then
        CodeSearch search = new CodeSearch(codes);
        assertThat(pieces.stream().filter(piece -> search.finds(piece.text()))).isEmpty();
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files)
                .filteredOn(file -> search.finds(StoredData.content(file)))
                .isEmpty();
        // The letters of what persons wrote are among the pieces.
        for (String topic : DamagedActivities.TOPICS) {
            assertThat(pieces).as(topic).anyMatch(piece -> piece.where().startsWith(topic + "-"));
        }
        // The search works: it finds what may be stored, and the codes in the inboxes.
        assertThat(pieces)
                .anyMatch(piece ->
                        piece.where().startsWith("Redis ") && piece.text().contains(applicant.verification()));
        assertThat(files).anyMatch(file -> StoredData.content(file).contains(applicant.verification()));
        assertThat(search.finds(last.inbox().getFirst())).isTrue();
        for (WrittenCode form : WrittenCode.values()) {
            assertThat(search.finds(form.of(codes.getFirst()))).as("%s", form).isTrue();
        }
    }

    private boolean isRecorded(String text) {
        return StoredData.records(deployment.services.ports().kafka()).stream()
                .anyMatch(piece -> piece.text().contains(text));
    }
}
