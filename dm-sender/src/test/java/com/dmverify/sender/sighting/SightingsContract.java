package com.dmverify.sender.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all sightings promise. */
abstract class SightingsContract {

    private final String digest = UUID.randomUUID().toString();

    abstract Sightings sightings();

    @Test
    void whatWasSeenIsRemembered() {
        // Given
        Sighting sighting = new Sighting("1585800613253812228", HandClock.START);

        // When
        sightings().saw(digest, sighting);

        // Then
        assertThat(sightings().of(digest)).contains(sighting);
    }

    @Test
    void theLatestCounts() {
        // Given
        sightings().saw(digest, new Sighting("1", HandClock.START));
        Sighting later = new Sighting("2", HandClock.START.plusSeconds(1));

        // When
        sightings().saw(digest, later);

        // Then
        assertThat(sightings().of(digest)).contains(later);
    }

    @Test
    void nobodySawWhatWasNotSeen() {
        assertThat(sightings().of(digest)).isEmpty();
    }
}
