package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.accept.Starts;
import com.dmverify.benchmarks.deployment.CodeKeys;
import com.dmverify.benchmarks.deployment.Tenant;
import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.load.Spread;
import com.dmverify.benchmarks.round.Workload;
import com.dmverify.codes.OneTimeCodes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** All five tries of each verification: four wrong codes, then the right one. */
public final class Checks implements Workload, AutoCloseable {

    /** Each check is one event. */
    public static final int EVENTS = 1;

    private static final int OK = 200;
    private static final int DIGITS = 6;
    private static final int ALL = 1_000_000;
    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer " + Tenant.KEY);

    private final OneTimeCodes codes = CodeKeys.codes();
    private final LongAdder approved = new LongAdder();
    private final Starts starts;
    private final HttpLoad load;
    private final int connections;
    private Spread spread = new Spread(1);
    private List<String> ids = List.of();

    /** By so many connections at a time. */
    public Checks(URI api, Starts starts, int connections) {
        this.starts = starts;
        this.load = new HttpLoad(api, connections);
        this.connections = connections;
    }

    @Override
    public String name() {
        return "verification-api: POST /v1/verifications/{id}/checks";
    }

    @Override
    public void prepare(int operations) {
        spread = Spread.of(operations, connections);
        ids = starts.open(spread.keys());
    }

    @Override
    public void carryOut(int operations) {
        approved.reset();
        load.post(operations, this::check, reply -> {
            if (reply.body().contains("\"approved\"")) {
                approved.increment();
            }
            return reply.status() == OK;
        });
    }

    @Override
    public void prove(int operations) {
        int expected = spread.lastOnes(operations);
        if (approved.sum() != expected) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%d right codes were given, and %d approved", expected, approved.sum()));
        }
    }

    @Override
    public void close() {
        load.close();
    }

    private Outgoing check(int n) {
        String id = ids.get(spread.key(n));
        String right = codes.derive(CodeKeys.ID, id, 1, DIGITS).digits();
        String wrong = String.format(Locale.ROOT, "%06d", (Integer.parseInt(right) + 1 + n % 1000) % ALL);
        String code = spread.isLast(n) ? right : wrong;
        return new Outgoing("/v1/verifications/" + id + "/checks", "{\"code\":\"" + code + "\"}", HEADERS);
    }
}
