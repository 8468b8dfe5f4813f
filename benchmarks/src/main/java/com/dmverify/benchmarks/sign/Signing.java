package com.dmverify.benchmarks.sign;

import com.dmverify.benchmarks.round.Workload;
import java.net.URI;
import java.util.stream.IntStream;

/** Signs one call after the other: each to another user, as the sender does. */
final class Signing implements Workload {

    private static final String CONVERSATION = "https://api.x.com/2/dm_conversations/with/";
    private static final long FIRST_USER = 2_000_000_000_000_000_000L;

    private final Signatures signatures;
    private URI[] calls = {};
    private long length;

    Signing(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public String name() {
        return signatures.name();
    }

    /** How many characters of headers were made, so that the JIT cannot leave the work out. */
    long length() {
        return length;
    }

    @Override
    public void prepare(int operations) {
        calls = IntStream.range(0, operations)
                .mapToObj(n -> URI.create(CONVERSATION + (FIRST_USER + n) + "/messages"))
                .toArray(URI[]::new);
    }

    @Override
    public void carryOut(int operations) {
        for (URI call : calls) {
            length += signatures.header(call).length();
        }
    }
}
