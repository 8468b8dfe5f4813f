package com.dmverify.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a Redis puts data at risk, read from its {@code INFO}: managed ones forbid {@code CONFIG}. Source of the fields:
 * https://redis.io/docs/latest/commands/info/
 */
public final class RedisDurability {

    private static final int OLDEST_VERSION = 7;

    private RedisDurability() {}

    /**
     * Sentences that say what is wrong and what to set; empty if nothing is. A field that is missing is a problem, too.
     *
     * @param infoText the answer to {@code INFO} with the sections server, memory and persistence
     */
    public static List<String> read(String infoText) {
        return read(fields(infoText));
    }

    /**
     * The same of an answer that was taken apart already.
     *
     * @param info names and values of the fields, as text
     */
    public static List<String> read(Map<?, ?> info) {
        Map<String, String> fields = new HashMap<>();
        info.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        List<String> problems = new ArrayList<>();
        version(fields, problems);
        String policy = fields.getOrDefault("maxmemory_policy", "unknown");
        if (!policy.equals("noeviction")) {
            problems.add("Redis' maxmemory-policy is " + policy
                    + ": a full Redis would throw verifications away. Set maxmemory-policy noeviction.");
        }
        if (!fields.getOrDefault("aof_enabled", "unknown").equals("1")) {
            problems.add("Redis' append-only file is off: a restart would lose verifications. Set appendonly yes.");
        }
        return problems;
    }

    private static void version(Map<String, String> fields, List<String> problems) {
        String version = fields.getOrDefault("redis_version", "unknown");
        int major = leadingNumber(version);
        if (major < OLDEST_VERSION) {
            problems.add("Redis has version " + version + ": " + OLDEST_VERSION + " or later is needed.");
        }
    }

    private static Map<String, String> fields(String infoText) {
        Map<String, String> fields = new HashMap<>();
        infoText.lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0 && line.charAt(0) != '#') {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        });
        return fields;
    }

    /** 0 if it begins with no digit. */
    private static int leadingNumber(String version) {
        int number = 0;
        for (int i = 0; i < version.length() && i < 4; i++) {
            char digit = version.charAt(i);
            if (digit < '0' || digit > '9') {
                break;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }
}
