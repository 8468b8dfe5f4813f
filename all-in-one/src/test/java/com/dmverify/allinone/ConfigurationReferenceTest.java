package com.dmverify.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} is what the configuration metadata of the build says. After a change of properties write it again: {@code
 * ./mvnw -pl all-in-one -am test -Dtest=ConfigurationReferenceTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true}.
 */
class ConfigurationReferenceTest {

    private static final Path FILE = Path.of("..", "docs", "configuration.md");

    @Test
    void theReferenceIsThatOfTheProperties() throws IOException {
        ConfigurationReference reference = ConfigurationReference.ofClassPath();
        // A build with -Dgates=off makes no metadata.
        assumeThat(reference.isComplete()).isTrue();

        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(FILE, reference.markdown(), UTF_8);
        }

        assertThat(Files.readString(FILE, UTF_8)).isEqualTo(reference.markdown());
    }
}
