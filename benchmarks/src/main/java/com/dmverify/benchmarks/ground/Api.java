package com.dmverify.benchmarks.ground;

import com.dmverify.api.VerificationApi;
import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import java.net.URI;

/** verification-api in a JVM of its own, as it is shipped. */
public final class Api implements Service {

    /** The account that speaks for its one tenant: none of dm-sender's, so that a benchmark can report in its place. */
    public static final String ACCOUNT = "elsewhere";

    /** The key of its one tenant. */
    public static final String KEY = "benchmark";

    private static final String KEY_SHA256 = "0e89820860c342f2c7ec694d144023b10301c2accdd078cb5167a06d0c3d5bcc";

    private final URI url = URI.create("http://127.0.0.1:" + FreePort.any());
    private final Program program;

    /** Starts it, and returns when it is ready. */
    public Api(Launch launch, Ground ground) {
        int management = FreePort.any();
        program = launch.program("verification-api", "verification-api", VerificationApi.class.getName())
                .with("server.port", url.getPort())
                .with("management.server.port", management)
                .with("spring.kafka.bootstrap-servers", ground.kafka())
                .with("spring.data.redis.port", ground.redis())
                // A busy machine is slow, not broken: the usual 2 s would end the benchmark.
                .with("spring.data.redis.timeout", "20s")
                .with("dm-verify.codes.keys[0].id", CodeKeys.ID)
                .with("dm-verify.codes.keys[0].secret", CodeKeys.SECRET)
                .withAll(Settings.LOAD)
                .with("dm-verify.tenants.benchmark.account", ACCOUNT)
                .with("dm-verify.tenants.benchmark.keys[0].sha256", KEY_SHA256)
                .with("dm-verify.accounts." + ACCOUNT + ".handle", Sandbox.BRAND_HANDLE)
                .with("dm-verify.accounts." + ACCOUNT + ".user-id", Sandbox.BRAND_ID)
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
