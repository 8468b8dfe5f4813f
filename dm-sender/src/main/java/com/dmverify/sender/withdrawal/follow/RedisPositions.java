package com.dmverify.sender.withdrawal.follow;

import com.dmverify.redis.LuaScript;
import com.dmverify.sender.redis.RedisScriptRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Positions in Redis, one hash for each topic. */
final class RedisPositions implements Positions {

    private static final LuaScript ADVANCE = LuaScript.load(RedisPositions.class, "position-advance");
    private static final LuaScript ALL = LuaScript.load(RedisPositions.class, "position-list");
    private static final String NONE = "-";

    private final RedisScriptRunner redis;

    RedisPositions(RedisScriptRunner redis) {
        this.redis = redis;
    }

    @Override
    public Map<Integer, Long> all(String topic) {
        Map<Integer, Long> positions = new HashMap<>();
        for (String position : redis.text(ALL, List.of(key(topic))).split(";", -1)) {
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
        return redis.number(ADVANCE, List.of(key(partition.topic())), number, known, String.valueOf(to)) == 1;
    }

    static String key(String topic) {
        return "dm-sender:position:" + topic;
    }
}
