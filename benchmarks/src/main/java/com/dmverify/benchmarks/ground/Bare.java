package com.dmverify.benchmarks.ground;

import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import java.net.URI;

/** Spring Boot with WebFlux and one door, {@code /hello}: the least that a service on this stack can be. */
public final class Bare implements Service {

    private final URI url = URI.create("http://127.0.0.1:" + FreePort.any());
    private final Program program;

    /** Starts it, and returns when it answers. */
    public Bare(Launch launch) {
        // Its class is none of ours: it has a class path of its own, so that nothing of us weighs on it.
        program = launch.program("bare", "benchmarks/bare", "com.dmverify.benchmarks.bare.BareWebFlux")
                .with("server.port", url.getPort())
                .start()
                .awaitReady(url.resolve("/hello"));
    }

    public URI url() {
        return url;
    }

    @Override
    public long pid() {
        return program.pid();
    }

    @Override
    public void close() {
        program.close();
    }
}
