package com.dmverify.benchmarks.ground;

import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import java.net.URI;

/** {@link BareDoorsProgram} in a JVM of its own. */
public final class BareDoors implements Service {

    /** Where it records. */
    public static final String TOPIC = "bare.activity";

    private final URI url = URI.create("http://127.0.0.1:" + FreePort.any());
    private final Program program;

    /** Starts it, and returns when it answers. */
    public BareDoors(Launch launch, Ground ground) {
        program = launch.program("bare-doors", "benchmarks", BareDoorsProgram.class.getName())
                .argument(String.valueOf(url.getPort()))
                .argument(ground.kafka())
                .argument(String.valueOf(ground.redis()))
                .start()
                .awaitReady(url.resolve("/ready"));
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
