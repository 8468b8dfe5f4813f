package com.dmverify.sender.sighting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Sightings in Redis, one key each, which end by themselves. */
public final class RedisSightings implements Sightings {

    private final StringRedisTemplate redis;
    private final Duration memory;

    /** @param memory longer than anybody doubts */
    public RedisSightings(StringRedisTemplate redis, Duration memory) {
        this.redis = redis;
        this.memory = memory;
    }

    @Override
    public void saw(String digest, Sighting sighting) {
        redis.opsForValue().set(key(digest), sighting.at().toEpochMilli() + ":" + sighting.eventId(), memory);
    }

    @Override
    public Optional<Sighting> of(String digest) {
        return Optional.ofNullable(redis.opsForValue().get(key(digest))).map(RedisSightings::parsed);
    }

    private static Sighting parsed(String value) {
        String[] parts = value.split(":", 2);
        return new Sighting(parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
    }

    private static String key(String digest) {
        return "dm-sender:seen:" + digest;
    }
}
