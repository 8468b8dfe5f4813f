package com.dmverify.sender.withdrawal.follow;

import com.dmverify.sender.redis.RedisScriptRunner;
import com.dmverify.sender.redis.RedisScripts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.springframework.data.redis.core.script.RedisScript;

/** Positions in Redis, one hash for each topic. */
final class RedisPositions implements Positions {

    private static final RedisScript<Long> ADVANCE = RedisScripts.named("position-advance", Long.class);
    private static final RedisScript<String> ALL = RedisScripts.named("position-list", String.class);
    private static final String NONE = "-";

    private final RedisScriptRunner redis;

    RedisPositions(RedisScriptRunner redis) {
        this.redis = redis;
    }

    @Override
    public Map<Integer, Long> all(String topic) {
        Map<Integer, Long> positions = new HashMap<>();
        for (String position : redis.run(ALL, List.of(key(topic))).split(";", -1)) {
            int equals = position.indexOf('=');
            if (equals > 0) {
                positions.put(
                        Integer.parseInt(position.substring(0, equals)),
                        Long.parseLong(position.substring(equals + 1)));
            }
        }
        return positions;
    }

    @Override
    public boolean advance(TopicPartition partition, OptionalLong from, long to) {
        String known = from.isPresent() ? String.valueOf(from.getAsLong()) : NONE;
        String number = String.valueOf(partition.partition());
        return redis.run(ADVANCE, List.of(key(partition.topic())), number, known, String.valueOf(to)) == 1;
    }

    static String key(String topic) {
        return "dm-sender:position:" + topic;
    }
}
