package com.dmverify.cli.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadLetterTest {

    @Test
    void aDeadLetterOfDmSenderIsRead() {
        // When
        DeadLetter letter = DeadLetterBuilder.ofDmSender().at(12).build();

        // Then
        assertThat(letter.position()).hasToString("verification.requested.dlt-0@12");
        assertThat(letter.key()).contains("demo");
        assertThat(letter.type()).contains("VerificationRequested");
        assertThat(letter.subject()).contains("ver_1");
        assertThat(letter.cause()).contains("unknown account other");
        assertThat(letter.attempt()).contains("3");
        assertThat(letter.origin()).contains(new RecordPosition("verification.requested", 3, 1042));
        assertThat(letter.replayTopic()).isEqualTo("verification.requested");
        assertThat(letter.replayedFrom()).isEmpty();
    }

    @Test
    void aDeadLetterOfVerificationApiIsRead() {
        // When
        DeadLetter letter = DeadLetterBuilder.ofVerificationApi().build();

        // Then
        assertThat(letter.origin()).contains(new RecordPosition("x.activity", 1, 7));
        assertThat(letter.attempt()).contains("1");
    }

    @Test
    void aReplayGoesToTheTopicOfTheOrigin() {
        assertThat(DeadLetterBuilder.in("shared.dlt")
                        .dlt("x", "1", "orders-0@1")
                        .build()
                        .replayTopic())
                .isEqualTo("orders");
    }

    @Test
    void withoutALegibleOriginAReplayGoesToTheTopicWithoutDlt() {
        assertThat(DeadLetterBuilder.in("dm.attempted.dlt").build().replayTopic())
                .isEqualTo("dm.attempted");
        assertThat(DeadLetterBuilder.in("dm.attempted.dlt")
                        .dlt("x", "1", "somewhere")
                        .build()
                        .replayTopic())
                .isEqualTo("dm.attempted");
    }

    @Test
    void theLastOfRepeatedHeadersCounts() {
        // Given
        DeadLetterBuilder letter =
                DeadLetterBuilder.in("x.dlt").dlt("earlier", "1", "a-0@1").dlt("later", "2", "b-0@2");

        // When, Then
        assertThat(letter.build().cause()).contains("later");
        assertThat(letter.build().replayTopic()).isEqualTo("b");
    }

    @Test
    void aRecordWithoutHeadersHasNoDetails() {
        // When
        DeadLetter letter = DeadLetterBuilder.in("x.dlt").key(null).build();

        // Then
        assertThat(letter.key()).isEmpty();
        assertThat(letter.type()).isEmpty();
        assertThat(letter.cause()).isEmpty();
        assertThat(letter.origin()).isEmpty();
    }
}
