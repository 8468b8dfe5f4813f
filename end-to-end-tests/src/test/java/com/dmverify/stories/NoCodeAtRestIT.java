package com.dmverify.stories;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Searches every file that Kafka, Redis and the services wrote for the codes that were sent. */
class NoCodeAtRestIT {

    private static final Path LOG = Path.of("target", "stories.log");

    private final World world = World.shared();

    @Test
    void noStoreAndNoLogHoldsACode() throws IOException {
        // Given: codes that were sent, typed wrongly, typed rightly, and never typed
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            XUser user = world.aFollower();
            Applicant applicant = world.anApplicant().asksToVerify(user.handle());
            String code = user.readsTheCode();
            applicant.typesSomethingElseThan(code);
            if (i % 2 == 0) {
                applicant.types(code);
            }
            codes.add(code);
        }
        XUser last = world.aFollower();
        Applicant applicant = world.anApplicant().asksToVerify(last.handle());
        applicant.types(last.readsTheCode());
        world.events.tell(applicant.verification(), "VerificationOpened", "CodeSent", "VerificationSucceeded");

        // When
        List<Path> files = filesAtRest();

        // Then
        assertThat(files).hasSizeGreaterThan(5);
        for (Path file : files) {
            String content = Files.readString(file, ISO_8859_1);
            assertThat(codes.stream().filter(code -> holds(content, code)))
                    .as("codes in %s", file)
                    .isEmpty();
        }
        // The search itself works: what may be there is found.
        assertThat(files).anyMatch(file -> contentOf(file).contains(applicant.verification()));
    }

    private static List<Path> filesAtRest() throws IOException {
        List<Path> files = new ArrayList<>(List.of(LOG));
        try (Stream<Path> data = Files.walk(World.DATA)) {
            data.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(log|aof|rdb)$"))
                    .forEach(files::add);
        }
        return files;
    }

    /** Not as a part of a longer number: ids and times contain any six digits. */
    private static boolean holds(String content, String code) {
        return Pattern.compile("(?<!\\d)" + code + "(?!\\d)").matcher(content).find();
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
