package com.dmverify.benchmarks.ground;

import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.webhook.WebhookReceiver;
import java.net.URI;

/** webhook-receiver in a JVM of its own, as it is shipped. */
public final class Receiver implements Service {

    private final URI url = URI.create("http://127.0.0.1:" + FreePort.any());
    private final Program program;

    /** Starts it, and returns when it is ready. */
    public Receiver(Launch launch, Ground ground) {
        int management = FreePort.any();
        program = launch.program("webhook-receiver", "webhook-receiver", WebhookReceiver.class.getName())
                .with("server.port", url.getPort())
                .with("management.server.port", management)
                .with("spring.kafka.bootstrap-servers", ground.kafka())
                .withAll(Settings.LOAD)
                // A busy machine is slow, not broken: the usual 2 s would end the benchmark.
                .with("dm-verify.webhook.recording.acknowledgement-timeout", "20s")
                .with("dm-verify.webhook.apps.default.consumer-secret", Sandbox.BRAND.consumerSecret())
                .start()
                .awaitReady(Doors.readiness(management));
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
