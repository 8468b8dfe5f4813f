package com.dmverify.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemonstrationKeysTest {

    private static final String OF_COMPOSE = "c2FuZGJveC1vbmx5LWRvLW5vdC11c2UtZWxzZXdoZXJlIQ==";
    private static final CodeKey OWN = OneTimeCodesTest.key("own", "fedcba9876543210fedcba9876543210");

    @Test
    void thePublishedKeyIsKnownUnderEveryIdAndEveryPlaceInTheRing() {
        KeyRing ring =
                new KeyRing(List.of(OWN, CodeKey.ofBase64("k1", OF_COMPOSE), CodeKey.ofBase64("k0", OF_COMPOSE)));

        assertThat(DemonstrationKeys.idsIn(ring)).containsExactly("k0", "k1");
    }

    @Test
    void spacesAroundItDoNotHideIt() {
        assertThat(DemonstrationKeys.isOneOf(CodeKey.ofBase64("k1", " " + OF_COMPOSE + "\n")))
                .isTrue();
    }

    @Test
    void anotherKeyIsNone() {
        assertThat(DemonstrationKeys.idsIn(new KeyRing(List.of(OWN)))).isEmpty();
    }

    /** A change of the settings needs a change of the list. */
    @Test
    void everyKeyInThePublishedSettingsIsKnown() throws IOException {
        String settings = Files.readString(Path.of("..", "docker-compose.yml"));
        Stream<String> keys = Pattern.compile("CODES_KEYS_\\d+_SECRET:\\s*(?:&\\S+\\s+)?\"?([A-Za-z0-9+/]{40,}=*)")
                .matcher(settings)
                .results()
                .map(found -> found.group(1));

        assertThat(keys)
                .isNotEmpty()
                .allMatch(secret -> DemonstrationKeys.isOneOf(CodeKey.ofBase64("published", secret)));
    }
}
