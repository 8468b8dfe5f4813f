package com.dmverify.sandbox.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Generates random input; the same seed gives the same input. */
final class RandomInput {

    private static final List<String> WORDS = List.of(
            "",
            "0",
            "-1",
            "1",
            "20",
            "9223372036854775807",
            "9999999999999999999",
            "1e999",
            "1.5",
            "null",
            "true",
            "a",
            "alice",
            "@alice",
            "2000000000000000001",
            "2000000000000000002",
            "1000000000000000001-2000000000000000001",
            "3000000000000000001",
            "%00",
            "%",
            "%zz",
            "%2e%2e%2f",
            "+",
            "&",
            "=",
            "ﬀ☃\uD83D\uDE00",
            "'\"<b>",
            "../..",
            "https://t.co/x",
            "sender_id,attachments.media_keys",
            "MTE0MjA5ODA3OTUyNjYwMDcwOA",
            "ZZZZ",
            "0000000000000001ZZZZ",
            "00000000000-00001ZZZY",
            "202611200000",
            "99999999999999",
            "x".repeat(300));

    private static final Map<String, List<String>> NAMES = Map.of(
            "/2/",
                    List.of(
                            "max_results",
                            "pagination_token",
                            "dm_event.fields",
                            "expansions",
                            "user.fields",
                            "event_types",
                            "ids",
                            "usernames",
                            "media_id"),
            "/1.1/",
                    List.of(
                            "count",
                            "cursor",
                            "user_id",
                            "screen_name",
                            "id",
                            "recipient_id",
                            "last_read_event_id",
                            "media_id",
                            "command",
                            "url",
                            "source_id",
                            "target_id",
                            "from_date",
                            "to_date"),
            "/sandbox/", List.of("limit", "prefix", "since", "brand", "app"),
            "/",
                    List.of(
                            "client_id",
                            "redirect_uri",
                            "scope",
                            "state",
                            "code_challenge",
                            "oauth_token",
                            "decision",
                            "user",
                            "grant_type",
                            "code",
                            "token",
                            "refresh_token"));

    /** Values that are valid or nearly valid for a parameter. */
    private static final Map<String, List<String>> NEARLY = Map.of(
            "pagination_token",
                    List.of("ZZZZ", "0000000000000001ZZZZ", "-0000000000000001ZZZZ", "!!!!!!!!!!!!!!!!ZZZY"),
            "cursor", List.of("-1", "0", "-0", "--5", "AAAA", "9999999999999999999", "-9999999999999999999"),
            "since", List.of("2020-01-01T00:00:00Z", "+999999999-01-01T00:00:00Z", "-1", "99999999999999999"),
            "max_results", List.of("1", "100", "0", "-5", "1e3"),
            "command", List.of("INIT", "APPEND", "FINALIZE", "STATUS", "init"),
            "grant_type", List.of("authorization_code", "refresh_token", "client_credentials"),
            "client_id", List.of("sandbox-client-id"),
            "decision", List.of("approve", "deny"));

    private static final List<String> TEMPLATES = List.of(
            "{\"text\":\"hi https://example.com\",\"attachments\":[{\"media_id\":\"1\"}]}",
            "{\"event\":{\"type\":\"message_create\",\"message_create\":{\"target\":{\"recipient_id\":"
                    + "\"2000000000000000001\"},\"message_data\":{\"text\":\"hi\",\"quick_reply\":{\"type\":\"options\","
                    + "\"options\":[{\"label\":\"a\",\"description\":\"b\",\"metadata\":\"c\"}]},\"ctas\":[{\"type\":"
                    + "\"web_url\",\"label\":\"l\",\"url\":\"https://example.com\"}],\"attachment\":{\"type\":"
                    + "\"location\",\"location\":{\"shared_coordinate\":{\"coordinates\":{\"type\":\"Point\","
                    + "\"coordinates\":[1,2]}}}}}}}}",
            "{\"conversation_type\":\"Group\",\"participant_ids\":[\"2000000000000000001\",\"2000000000000000003\"],"
                    + "\"message\":{\"text\":\"hi\"}}",
            "{\"event_type\":\"dm.received\",\"filter\":{\"user_id\":\"1000000000000000001\",\"direction\":\"inbound\"},"
                    + "\"tag\":\"t\",\"webhook_id\":\"1\"}",
            "{\"webhook_id\":\"1\",\"from_date\":\"202611200000\",\"to_date\":\"202611200100\"}",
            "{\"url\":\"http://127.0.0.1:1/x\"}",
            "{\"welcome_message\":{\"name\":\"n\",\"message_data\":{\"text\":\"hi\"}}}",
            "{\"message_data\":{\"text\":\"hi\"}}",
            "{\"welcome_message_rule\":{\"welcome_message_id\":\"1\"}}",
            "{\"media_type\":\"image/png\",\"total_bytes\":9,\"media_category\":\"dm_image\",\"media\":\"YWJj\","
                    + "\"segment_index\":0}",
            "{\"username\":\"zoe\",\"name\":\"Zoe\",\"follows_brand\":true,\"dm_setting\":\"nobody\",\"suspended\":false}",
            "{\"count\":2,\"prefix\":\"fan\"}",
            "{\"name\":\"duplicate_webhook\",\"count\":1,\"probability\":0.5,\"delay_ms\":1,\"for_user\":\"alice\"}",
            "{\"reads\":false}",
            "{\"plan\":\"open\"}",
            "{\"text\":\"hi\",\"tweet_id\":\"1\",\"welcome_message_id\":\"2\",\"quick_reply_metadata\":\"m\"}");

    /** Valid bodies by the end of the path: without them few calls would pass the first check. */
    private static final Map<String, String> FITTING = Map.of(
            "/messages", "{\"text\":\"hi\"}",
            "/dms", "{\"text\":\"hi\"}",
            "/sandbox/users/bulk", "{\"count\":2,\"prefix\":\"fan\"}",
            "/sandbox/faults", "{\"name\":\"duplicate_webhook\",\"count\":1}");

    private final Random random;

    RandomInput(long seed) {
        this.random = new Random(seed);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String value() {
        return of(WORDS);
    }

    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Query parameters for this path, some of them malformed. */
    String parameters(String path) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            String name = of(names(path));
            String value = once(2) && NEARLY.containsKey(name) ? of(NEARLY.get(name)) : value();
            text.append(name).append(once(8) ? "" : "=").append(escape(value)).append(i > 1 ? "&" : "");
        }
        return text.toString();
    }

    private static List<String> names(String path) {
        return NAMES.keySet().stream()
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(NAMES::get)
                .orElseThrow();
    }

    /** JSON, some of it malformed. */
    String json(String path) {
        String text = once(2) ? fitting(path) : of(TEMPLATES);
        for (int i = random.nextInt(3); i > 0; i--) {
            text = mutated(text);
        }
        return text;
    }

    private String fitting(String path) {
        return FITTING.entrySet().stream()
                .filter(fits -> path.endsWith(fits.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> of(TEMPLATES));
    }

    /** The text without the characters that cannot be in a request line. */
    static String escape(String text) {
        StringBuilder line = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet > ' ' && octet < 127 && octet != '"' && octet != '<' && octet != '>' && octet != '#';
            line.append(plain ? Character.toString((char) octet) : "%%%02X".formatted(octet & 0xff));
        }
        return line.toString();
    }

    private String mutated(String json) {
        int from = random.nextInt(json.length() + 1);
        int to = Math.min(json.length(), from + random.nextInt(12));
        return switch (random.nextInt(7)) {
            case 0 -> json.substring(0, from) + json.substring(to);
            case 1 -> json.substring(0, from) + value() + json.substring(from);
            case 2 ->
                json.replaceFirst("\"[^\"]*\"(?=[,}\\]])", of(List.of("null", "1", "1e400", "{}", "[]", "true", "-0")));
            case 3 -> json.replaceFirst("\"[^\"]*\"(?=[,}\\]])", "\"" + "y".repeat(random.nextInt(12_000)) + "\"");
            case 4 -> "[".repeat(random.nextInt(2000)) + json;
            case 5 -> json.replace("\"text\":\"hi", "\"text\":\"\\u0000\\ud800 " + "a.".repeat(random.nextInt(3000)));
            default -> json.replaceFirst("\"[a-z_]+\":", "\"" + of(names("/1.1/")) + "\":");
        };
    }
}
