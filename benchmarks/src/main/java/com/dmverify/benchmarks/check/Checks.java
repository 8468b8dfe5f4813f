package com.dmverify.benchmarks.check;

import com.dmverify.benchmarks.ground.Api;
import com.dmverify.benchmarks.ground.CodeKeys;
import com.dmverify.benchmarks.load.HttpLoad;
import com.dmverify.benchmarks.load.Outgoing;
import com.dmverify.benchmarks.round.Contender;
import com.dmverify.codes.OneTimeCodes;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** All five tries of each verification: four wrong codes, then the right one. */
public final class Checks implements Contender, AutoCloseable {

    /** Of each verification. */
    public static final int TRIES = 5;

    /** So many verifications at least for each connection: no try can overtake the one before it. */
    private static final int LEAST = 16;

    private static final int OK = 200;
    private static final int DIGITS = 6;
    private static final int ALL = 1_000_000;
    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer " + Api.KEY);

    private final OneTimeCodes codes = CodeKeys.codes();
    private final LongAdder approved = new LongAdder();
    private final Openings openings;
    private final HttpLoad load;
    private final int connections;
    private List<String> ids = List.of();

    /** So many connections at a time. */
    public Checks(URI api, Openings openings, int connections) {
        this.openings = openings;
        this.load = new HttpLoad(api, connections);
        this.connections = connections;
    }

    @Override
    public String name() {
        return "verification-api: POST /v1/verifications/{id}/checks";
    }

    /** Each verification is good for five checks. */
    @Override
    public void prepare(int operations) {
        ids = openings.open(Math.max(LEAST * connections, (operations + TRIES - 1) / TRIES));
    }

    @Override
    public void carryOut(int operations) {
        approved.reset();
        load.post(operations, this::attempt, reply -> {
            if (reply.body().contains("\"approved\"")) {
                approved.increment();
            }
            return reply.status() == OK;
        });
    }

    @Override
    public void prove(int operations) {
        long expected = Math.max(0, operations - (TRIES - 1L) * ids.size());
        if (approved.sum() != expected) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%d right codes were given, and %d approved", expected, approved.sum()));
        }
    }

    @Override
    public void close() {
        load.close();
    }

    /** The first tries of all verifications, then the second ones, …: nobody types two codes at a time. */
    private Outgoing attempt(int n) {
        String id = ids.get(n % ids.size());
        boolean last = n / ids.size() == TRIES - 1;
        String right = codes.derive(CodeKeys.ID, id, 1, DIGITS).digits();
        String code = last ? right : String.format(Locale.ROOT, "%06d", (Integer.parseInt(right) + 1 + n % 1000) % ALL);
        return new Outgoing("/v1/verifications/" + id + "/checks", "{\"code\":\"" + code + "\"}", HEADERS);
    }
}
