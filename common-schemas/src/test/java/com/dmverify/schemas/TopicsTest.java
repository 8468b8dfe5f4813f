package com.dmverify.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.dmverify.schemas.TopicSpec.Service;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void aTopicIsDeclaredWithItsOwnerAndRetention() {
        TopicSpec reports = Topics.spec(Topics.DM_ATTEMPTED);

        assertThat(reports).isEqualTo(new TopicSpec("dm.attempted", 12, Duration.ofDays(8), 0, Service.DM_SENDER));
        assertThat(reports.config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", String.valueOf(8 * 86_400_000L))
                .doesNotContainKey("max.message.bytes");
    }

    @Test
    void theFirstReaderOwnsRetriesAndDeadLetters() {
        assertThat(Topics.spec(Topics.VERIFICATION_REQUESTED).owner()).isEqualTo(Service.VERIFICATION_API);
        assertThat(Topics.spec(Topics.VERIFICATION_REQUESTED + Topics.RETRY))
                .isEqualTo(new TopicSpec(
                        "verification.requested.retry", 12, Duration.ofDays(8), 2_097_152, Service.DM_SENDER));
        assertThat(Topics.spec(Topics.X_ACTIVITY + Topics.DLT))
                .isEqualTo(
                        new TopicSpec("x.activity.dlt", 12, Duration.ofDays(30), 2_097_152, Service.VERIFICATION_API));
    }

    @Test
    void aCompactedTopicHasNoRetention() {
        assertThat(Topics.spec(Topics.SCHEMAS).partitions()).isEqualTo(1);
        assertThat(Topics.spec(Topics.SCHEMAS).config()).isEqualTo(Map.of("cleanup.policy", "compact"));
    }

    @Test
    void theTopicOfATenantIsCreatedLikeTheSharedOne() {
        assertThat(Topics.ofTenant(Topics.VERIFICATION_EVENTS, "acme"))
                .isEqualTo(Topics.spec(Topics.VERIFICATION_EVENTS).named("verification.events.acme"));
        assertThat(Topics.ofTenant(Topics.VERIFICATION_COMMANDS, "acme"))
                .isEqualTo(new TopicSpec(
                        "verification.commands.acme", 12, Duration.ofDays(1), 0, Service.VERIFICATION_API));
    }

    @Test
    void retriesAndDeadLettersOfATenantStandBehindItsOwnTopic() {
        assertThat(Topics.ofTenant(Topics.VERIFICATION_COMMANDS + Topics.RETRY, "acme"))
                .isEqualTo(new TopicSpec(
                        "verification.commands.acme.retry",
                        12,
                        Duration.ofDays(8),
                        2_097_152,
                        Service.VERIFICATION_API));
        assertThat(Topics.ofTenant(Topics.VERIFICATION_COMMANDS + Topics.DLT, "acme"))
                .isEqualTo(new TopicSpec(
                        "verification.commands.acme.dlt",
                        12,
                        Duration.ofDays(30),
                        2_097_152,
                        Service.VERIFICATION_API));
    }

    @Test
    void anUndeclaredNameIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.spec("verification.event"));
    }
}
