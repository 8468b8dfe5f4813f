package com.dmverify.sender.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import com.dmverify.sender.cast.RealRedis;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisSightingsIT extends SightingsContract {

    private final Sightings sightings = new RedisSightings(RealRedis.template(), Duration.ofMinutes(30));

    @Override
    Sightings sightings() {
        return sightings;
    }

    @Test
    void everySightingEndsByItself() {
        // When
        sightings.saw("a-digest", new Sighting("1", HandClock.START));

        // Then
        assertThat(RealRedis.template().getExpire("dm-sender:seen:a-digest")).isBetween(1L, 1800L);
    }
}
