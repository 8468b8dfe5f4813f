package com.dmverify.sender.echo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Echoes in Redis, one key each, which expire. */
public final class RedisSentEchoes implements SentEchoes {

    private final StringRedisTemplate redis;
    private final Duration memory;

    /** @param memory longer than an outcome may be unknown */
    public RedisSentEchoes(StringRedisTemplate redis, Duration memory) {
        this.redis = redis;
        this.memory = memory;
    }

    @Override
    public void saw(String digest, MessageEvidence evidence) {
        redis.opsForValue().set(key(digest), evidence.at().toEpochMilli() + ":" + evidence.eventId(), memory);
    }

    @Override
    public Optional<MessageEvidence> of(String digest) {
        return Optional.ofNullable(redis.opsForValue().get(key(digest))).map(RedisSentEchoes::parsed);
    }

    private static MessageEvidence parsed(String value) {
        String[] parts = value.split(":", 2);
        return new MessageEvidence(parts[1], Instant.ofEpochMilli(Long.parseLong(parts[0])));
    }

    private static String key(String digest) {
        return "dm-sender:echo:" + digest;
    }
}
