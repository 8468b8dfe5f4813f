package com.dmverify.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.stories.AtRest.Piece;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Searches everything that Kafka, Redis and the services keep for the codes that were sent, also if people wrote them back. */
class NoCodeAtRestIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final World world = World.shared();
    private final List<String> codes = new ArrayList<>();

    @Test
    void noStoreAndNoLogHoldsACode() {
        // Given: codes that were sent, typed wrongly, typed rightly, never typed, and written to the brand in every
        // form
        for (WrittenCode form : WrittenCode.values()) {
            XUser user = world.aFollower();
            Applicant applicant = world.anApplicant().asksToVerify(user.handle());
            String code = user.readsTheCode();
            codes.add(code);
            applicant.sees("/delivery/status", "sent");
            applicant.typesSomethingElseThan(code);
            user.writes(form.of(code));
            if (form.isCodeAlone()) {
                assertThat(applicant.types(form.of(code)).text("/result"))
                        .as("%s", form)
                        .isEqualTo("approved");
            }
        }
        XUser last = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(last.handle());
        codes.add(last.readsTheCode());
        applicant.types(codes.getLast());
        last.writes("this is the last word");
        world.events.tell(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationSucceeded");
        await("what was written").atMost(PATIENCE).until(() -> isRecorded("this is the last word"));

        // When
        List<Piece> pieces = new ArrayList<>(AtRest.records(world.river.ports().kafka()));
        pieces.addAll(AtRest.redis(world.river.ports().redis()));
        List<Path> files = AtRest.files();

        // Then
        CodeSearch search = new CodeSearch(codes);
        assertThat(pieces.stream().filter(piece -> search.finds(piece.text()))).isEmpty();
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files).filteredOn(file -> search.finds(AtRest.content(file))).isEmpty();
        // The search itself works: what may be there is found, and the codes are in the inboxes.
        assertThat(pieces)
                .anyMatch(piece ->
                        piece.where().startsWith("Redis ") && piece.text().contains(applicant.verification()));
        assertThat(files).anyMatch(file -> AtRest.content(file).contains(applicant.verification()));
        assertThat(search.finds(last.inbox().getFirst())).isTrue();
        for (WrittenCode form : WrittenCode.values()) {
            assertThat(search.finds(form.of(codes.getFirst()))).as("%s", form).isTrue();
        }
    }

    private boolean isRecorded(String text) {
        return AtRest.records(world.river.ports().kafka()).stream()
                .anyMatch(piece -> piece.text().contains(text));
    }
}
