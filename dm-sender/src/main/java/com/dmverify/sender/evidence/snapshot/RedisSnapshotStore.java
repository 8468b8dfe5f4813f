package com.dmverify.sender.evidence.snapshot;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Snapshots in Redis, each in one key, so that its content and its completeness change together. */
public final class RedisSnapshotStore implements SnapshotStore {

    private final StringRedisTemplate redis;
    private final String ring;
    private final Duration memory;

    /**
     * @param ring names the secret of the digests; a replica with another one must not take them for its own, or it would
     *     find nothing where there is something
     * @param memory longer than an order is searched for
     */
    public RedisSnapshotStore(StringRedisTemplate redis, String ring, Duration memory) {
        this.redis = redis;
        this.ring = ring;
        this.memory = memory;
    }

    @Override
    public void keep(UserId account, ConversationSnapshot snapshot) {
        redis.opsForValue().set(key(account), written(snapshot), memory);
    }

    @Override
    public Optional<ConversationSnapshot> latest(UserId account) {
        return Optional.ofNullable(redis.opsForValue().get(key(account))).map(RedisSnapshotStore::parsed);
    }

    private static String written(ConversationSnapshot snapshot) {
        String head =
                snapshot.asOf().toEpochMilli() + " " + snapshot.completeAfter().toEpochMilli();
        return snapshot.messages().entrySet().stream()
                .map(RedisSnapshotStore::line)
                .collect(joining("\n", head + "\n", ""));
    }

    private static String line(Map.Entry<String, MessageEvidence> message) {
        MessageEvidence evidence = message.getValue();
        return message.getKey() + " " + evidence.at().toEpochMilli() + " " + evidence.eventId();
    }

    private static ConversationSnapshot parsed(String text) {
        String[] head = text.lines().findFirst().orElseThrow().split(" ", -1);
        Map<String, MessageEvidence> messages = text.lines()
                .skip(1)
                .map(line -> line.split(" ", -1))
                .collect(toMap(parts -> parts[0], parts -> new MessageEvidence(parts[2], instant(parts[1]))));
        return new ConversationSnapshot(instant(head[0]), instant(head[1]), messages);
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private String key(UserId account) {
        return "dm-sender:snapshot:" + ring + ":" + account;
    }
}
