package com.dmverify.benchmarks.ground;

import com.dmverify.benchmarks.machine.FreePort;
import com.dmverify.benchmarks.machine.Launch;
import com.dmverify.benchmarks.machine.Program;
import com.dmverify.sender.DmSender;
import java.net.URI;

/** dm-sender in a JVM of its own, as it is shipped, but for the limits of its one account: there are none. */
public final class Sender implements Service {

    /** The account's name. */
    public static final String ACCOUNT = "demo";

    /** Twice as shipped: as many as fit one window of X are enough there, and here nothing limits the account. */
    private static final int CONCURRENCY = 32;

    private final Program program;

    /** Starts it, and returns when it is ready. */
    public Sender(Launch launch, Ground ground, URI x) {
        int management = FreePort.any();
        String account = "dm-verify.accounts." + ACCOUNT + ".";
        program = launch.program("dm-sender", "dm-sender", DmSender.class.getName())
                .with("server.port", FreePort.any())
                .with("management.server.port", management)
                .with("spring.kafka.bootstrap-servers", ground.kafka())
                .with("spring.data.redis.port", ground.redis())
                .withAll(Settings.LOAD)
                .with("dm-verify.x.base-url", x)
                .with("dm-verify.codes.keys[0].id", CodeKeys.ID)
                .with("dm-verify.codes.keys[0].secret", CodeKeys.SECRET)
                .with(account + "handle", Sandbox.BRAND_HANDLE)
                .with(account + "user-id", Sandbox.BRAND_ID)
                .with(account + "consumer-key", Sandbox.BRAND.consumerKey())
                .with(account + "consumer-secret", Sandbox.BRAND.consumerSecret())
                .with(account + "token", Sandbox.BRAND.token())
                .with(account + "token-secret", Sandbox.BRAND.tokenSecret())
                .with("dm-verify.sender.consumer.concurrency", CONCURRENCY)
                .with(account + "limits.dm-15min", 0)
                .with(account + "limits.dm-24h", 0)
                .with(account + "limits.dm-24h-app", 0)
                .start()
                .awaitReady(Doors.readiness(management));
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
