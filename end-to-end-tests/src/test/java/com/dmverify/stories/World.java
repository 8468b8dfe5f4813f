package com.dmverify.stories;

import com.dmverify.allinone.Http;
import com.dmverify.allinone.Ports;
import com.dmverify.allinone.River;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The river that all stories share, and the people in it. Started by the first story, stopped with the JVM. */
final class World {

    private static final AtomicInteger PEOPLE = new AtomicInteger();
    /** Where Kafka and Redis keep their files during the stories. */
    static final Path DATA = Path.of("target", "data-" + ProcessHandle.current().pid());

    private static final World SHARED = new World();

    final MovableClock clock = new MovableClock();
    final River river;
    final Sandbox sandbox;
    final Events events;
    private final Http api;

    private World() {
        river = new River(Ports.free())
                .withClock(clock)
                .keepingDataIn(DATA)
                .with(
                        "webhook-receiver",
                        "spring.kafka.producer.compression-type",
                        "none") // so that it can be searched
                // The stories are told one after the other, but faster than X would allow.
                .with("x-sandbox", "x-sandbox.limits.dm-15min", 0)
                .with("x-sandbox", "x-sandbox.limits.dm-24h", 0)
                .with("x-sandbox", "x-sandbox.limits.dm-24h-app", 0)
                .with("dm-sender", "dm-verify.accounts.demo.limits.dm-15min", 0)
                .with("dm-sender", "dm-verify.accounts.demo.limits.dm-24h", 0)
                .with("dm-sender", "dm-verify.accounts.demo.limits.dm-24h-app", 0)
                // A lost answer: X's own word comes at once here.
                .with("dm-sender", "dm-verify.sender.unknown-outcomes.grace", "1s")
                // The next overview after a second instead of a minute; X's own limit stays.
                .with("dm-sender", "dm-verify.accounts.demo.limits.lists-15min", 900)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(river::close, "stop-the-river"));
        sandbox = new Sandbox(new Http(river.ports().sandbox(), null));
        api = new Http(river.ports().api(), river.secrets().apiKey());
        events = new Events(river.ports().kafka());
    }

    static World shared() {
        return SHARED;
    }

    /** Somebody in front of the platform, who says that this account is theirs. */
    Applicant anApplicant() {
        return new Applicant(api);
    }

    /** An X user who follows the brand. */
    XUser aFollower() {
        return sandbox.create(newName(), true, "everyone", false);
    }

    /** An X user who takes messages only from accounts they follow, and does not follow the brand. */
    XUser aCloseMouthedUser() {
        return sandbox.create(newName(), false, "nobody", false);
    }

    XUser aSuspendedUser() {
        return sandbox.create(newName(), true, "everyone", true);
    }

    /** A handle that nobody has. */
    String nobodysHandle() {
        return "@" + newName();
    }

    private static String newName() {
        return "someone_" + PEOPLE.incrementAndGet();
    }
}
