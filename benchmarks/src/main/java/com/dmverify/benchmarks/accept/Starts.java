package com.dmverify.benchmarks.accept;

import com.dmverify.benchmarks.deployment.Infrastructure;
import com.dmverify.benchmarks.load.HttpLoad;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts verifications by REST and reports in dm-sender's place that the code of each was sent. */
public final class Starts implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("\"id\":\"(ver_[^\"]+)\"");
    private static final int CONNECTIONS = 64;
    private static final long FIRST_USER = 5_000_000_000_000_000_000L;

    private final StartRequest requests = new StartRequest(FIRST_USER);
    private final HttpLoad load;
    private final SentReports reports;

    public Starts(URI api, Infrastructure infrastructure, InstantSource clock) {
        load = new HttpLoad(api, CONNECTIONS);
        reports = new SentReports(infrastructure, clock);
    }

    /** Starts so many verifications. Returns their ids when checks of them are open and all of their events are in Kafka. */
    public List<String> open(int count) {
        reports.mark();
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        load.post(count, _ -> requests.next(), reply -> {
            Matcher id = ID.matcher(reply.body());
            return reply.status() == StartRequest.ACCEPTED && id.find() && ids.add(id.group(1));
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
}
