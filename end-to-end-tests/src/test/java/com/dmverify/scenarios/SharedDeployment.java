package com.dmverify.scenarios;

import com.dmverify.allinone.LocalDeployment;
import com.dmverify.allinone.Ports;
import com.dmverify.cli.story.Http;
import com.dmverify.local.testing.OffsetClock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The deployment that the scenarios share, and factories of its users. The first scenario starts it; it ends with the JVM. */
final class SharedDeployment {

    private static final AtomicInteger USERS = new AtomicInteger();
    /** The files of Kafka and Redis. */
    static final Path DATA = Path.of("target", "data-" + ProcessHandle.current().pid());

    private static final SharedDeployment SHARED = new SharedDeployment();

    final OffsetClock clock = new OffsetClock();
    final LocalDeployment services;
    final SandboxControl sandbox;
    final Events events;
    private final Http api;

    private SharedDeployment() {
        services = new LocalDeployment(Ports.free())
                .withClock(clock)
                .keepingDataIn(DATA)
                .with(
                        "webhook-receiver",
                        "spring.kafka.producer.compression-type",
                        "none") // so that a test can search the files
                // The scenarios send more messages than X allows.
                .with("x-sandbox", "x-sandbox.limits.dm-15min", 0)
                .with("x-sandbox", "x-sandbox.limits.dm-24h", 0)
                .with("x-sandbox", "x-sandbox.limits.dm-24h-app", 0)
                .with("dm-sender", "dm-verify.accounts.demo.limits.dm-15min", 0)
                .with("dm-sender", "dm-verify.accounts.demo.limits.dm-24h", 0)
                // As good as none, but a window that the metrics have.
                .with("dm-sender", "dm-verify.accounts.demo.limits.dm-24h-app", 1_000_000)
                // So that its metrics exist; it adds no tenant.
                .with(
                        "verification-api",
                        "dm-verify.tenants-file.path",
                        Path.of("src/test/resources/no-more-tenants.yml"))
                // The webhook reports a lost answer at once here.
                .with("dm-sender", "dm-verify.sender.unknown-outcomes.grace", "1s")
                // dm-sender takes a snapshot each second instead of each minute; X's limit stays.
                .with("dm-sender", "dm-verify.accounts.demo.limits.lists-15min", 900)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(services::close, "stop-deployment"));
        sandbox = new SandboxControl(new Http(services.ports().sandbox(), null));
        api = new Http(services.ports().api(), services.secrets().apiKey());
        events = new Events(services.ports().kafka());
    }

    static SharedDeployment shared() {
        return SHARED;
    }

    /** A person who has not started a verification yet. */
    Applicant anApplicant() {
        return new Applicant(api);
    }

    /** An X user who follows the brand. */
    XUser aFollower() {
        return sandbox.create(newName(), true, "everyone", false);
    }

    /** An X user who accepts messages only from accounts that they follow, and does not follow the brand. */
    XUser aUserWithClosedDms() {
        return sandbox.create(newName(), false, "nobody", false);
    }

    XUser aSuspendedUser() {
        return sandbox.create(newName(), true, "everyone", true);
    }

    /** A handle that no account has. */
    String anUnknownHandle() {
        return "@" + newName();
    }

    private static String newName() {
        return "user_" + USERS.incrementAndGet();
    }
}
