package com.dmverify.deadletters.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void readsWhatDmSenderWrites() {
        // When
        Letter letter = ALetter.ofTheSender().at(12).build();

        // Then
        assertThat(letter.position()).hasToString("verification.requested.dlt-0@12");
        assertThat(letter.key()).contains("demo");
        assertThat(letter.type()).contains("VerificationRequested");
        assertThat(letter.subject()).contains("ver_1");
        assertThat(letter.cause()).contains("unknown account nobody");
        assertThat(letter.attempt()).contains("3");
        assertThat(letter.origin()).contains(new Position("verification.requested", 3, 1042));
        assertThat(letter.home()).isEqualTo("verification.requested");
        assertThat(letter.cameBackFrom()).isEmpty();
    }

    @Test
    void readsWhatVerificationApiWrites() {
        // When
        Letter letter = ALetter.ofTheApi().build();

        // Then
        assertThat(letter.origin()).contains(new Position("x.activity", 1, 7));
        assertThat(letter.attempt()).contains("1");
    }

    @Test
    void goesHomeToTheTopicOfItsOrigin() {
        assertThat(ALetter.in("shared.dlt").dlt("x", "1", "orders-0@1").build().home())
                .isEqualTo("orders");
    }

    @Test
    void withoutALegibleOriginItsHomeIsTheTopicWhoseLettersTheseAre() {
        assertThat(ALetter.in("dm.attempted.dlt").build().home()).isEqualTo("dm.attempted");
        assertThat(ALetter.in("dm.attempted.dlt")
                        .dlt("x", "1", "somewhere")
                        .build()
                        .home())
                .isEqualTo("dm.attempted");
    }

    @Test
    void theLastOneToWriteAHeaderIsRight() {
        // Given
        ALetter letter = ALetter.in("x.dlt").dlt("earlier", "1", "a-0@1").dlt("later", "2", "b-0@2");

        // When, Then
        assertThat(letter.build().cause()).contains("later");
        assertThat(letter.build().home()).isEqualTo("b");
    }

    @Test
    void aBareRecordHasNothingToSay() {
        // When
        Letter letter = ALetter.in("x.dlt").key(null).build();

        // Then
        assertThat(letter.key()).isEmpty();
        assertThat(letter.type()).isEmpty();
        assertThat(letter.cause()).isEmpty();
        assertThat(letter.origin()).isEmpty();
    }
}
