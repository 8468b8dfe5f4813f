package com.dmverify.benchmarks.sign;

import com.dmverify.benchmarks.figure.Comparison;
import com.dmverify.benchmarks.figure.Report;
import com.dmverify.benchmarks.figure.Unit;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.round.Benchmark;
import com.dmverify.benchmarks.round.Effort;
import com.dmverify.benchmarks.round.Rounds;
import java.util.List;
import java.util.Locale;

/** Is the signature of x-client as quick as that of a library which does nothing else? */
public final class SignBenchmark implements Benchmark {

    @Override
    public Report run(Launch launch, Effort effort) {
        Signing ours = new Signing(new OurSignatures());
        Signing theirs = new Signing(new SignpostSignatures());
        Comparison comparison = new Rounds(effort).compare(Unit.SIGNATURES_PER_SECOND, ours, theirs);
        return new Report(
                "sign",
                "OAuth 1.0a signatures per second: x-client beside another Java library.",
                List.of(comparison),
                List.of(
                        "One thread, the same request: POST /2/dm_conversations/with/:id/messages with a JSON body, each "
                                + "to another user, each with a nonce and a time stamp of its own.",
                        "x-client draws its nonces from SecureRandom, signpost from Random.",
                        String.format(
                                Locale.ROOT,
                                "Signed: %,d and %,d characters of headers.",
                                ours.length(),
                                theirs.length())));
    }
}
