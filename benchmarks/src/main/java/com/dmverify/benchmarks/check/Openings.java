package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.Ground;
import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens verifications by REST, and plays the sender: reports that the code of each was sent. */
public final class Openings implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"(ver_[^\"]+)\"");
    private static final int CONNECTIONS = 64;
    private static final int ACCEPTED = 202;
    private static final long FIRST_USER = 5_000_000_000_000_000_000L;
    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer " + Api.KEY);

    private final HttpLoad load;
    private final SentReports reports;
    private long users = FIRST_USER;

    public Openings(URI api, Ground ground, InstantSource clock) {
        load = new HttpLoad(api, CONNECTIONS);
        reports = new SentReports(ground, clock);
    }

    /** The ids of so many verifications whose code is out. */
    List<String> open(int count) {
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        long first = users;
        users += count;
        load.post(count, n -> request(first + n), reply -> {
            Matcher id = ID.matcher(reply.body());
            return reply.status() == ACCEPTED && id.find() && ids.add(id.group(1));
        });
        List<String> all = List.copyOf(ids);
        reports.report(new HashSet<>(all));
        return all;
    }

    @Override
    public void close() {
        load.close();
        reports.close();
    }

    private static Outgoing request(long user) {
        String body = String.format(
                Locale.ROOT, "{\"target\":{\"user_id\":\"%d\"},\"purpose\":\"Link your X account to Example\"}", user);
        return new Outgoing("/v1/verifications", body, HEADERS);
    }
}
