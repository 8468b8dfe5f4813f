package com.dmverify.cli.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.CommandRun;
import com.dmverify.cli.x.SandboxX;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code story} says where there is no deployment. A whole story is in end-to-end-tests. */
class StoryCommandTest {

    private static final Map<String, String> KEY = Map.of("DMVERIFY_API_KEY", "dmv_key");

    @Test
    void theApiKeyIsNeeded() {
        assertFailed(
                CommandRun.of(Map.of(), "story", "--against", "http://localhost:1", "--sandbox", "http://localhost:1"));
    }

    @Test
    void anAddressThatDoesNotRespondIsOneSentence() {
        assertFailed(CommandRun.of(KEY, "story", "--against", "http://localhost:1", "--sandbox", "http://localhost:1"));
    }

    @Test
    void anApiThatIsNoneIsOneSentence() {
        try (SandboxX x = new SandboxX()) {
            String sandbox = x.url().toString();

            assertFailed(CommandRun.of(KEY, "story", "--against", sandbox, "--sandbox", sandbox, "--json"));
        }
    }

    private static void assertFailed(CommandRun run) {
        assertThat(run.code()).isOne();
        assertThat(run.err().lines()).hasSize(1);
    }
}
