package com.dmverify.sender.echo;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.fixture.Orders;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all sightings promise. */
abstract class SentEchoesContract {

    private final String digest = UUID.randomUUID().toString();

    abstract SentEchoes echoes();

    @Test
    void whatWasSeenIsRemembered() {
        // Given
        MessageEvidence evidence = new MessageEvidence("1585800613253812228", Orders.START);

        // When
        echoes().saw(digest, evidence);

        // Then
        assertThat(echoes().of(digest)).contains(evidence);
    }

    @Test
    void theLatestCounts() {
        // Given
        echoes().saw(digest, new MessageEvidence("1", Orders.START));
        MessageEvidence later = new MessageEvidence("2", Orders.START.plusSeconds(1));

        // When
        echoes().saw(digest, later);

        // Then
        assertThat(echoes().of(digest)).contains(later);
    }

    @Test
    void nobodySawWhatWasNotSeen() {
        assertThat(echoes().of(digest)).isEmpty();
    }
}
