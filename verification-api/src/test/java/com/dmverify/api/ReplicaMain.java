package com.dmverify.api;

import java.time.Clock;
import org.springframework.context.support.GenericApplicationContext;

/** The service in a process of its own, at the time at which a {@link RunningApi} starts. */
final class ReplicaMain {

    private ReplicaMain() {}

    /** Starts the service. */
    public static void main(String[] args) {
        VerificationApi.application()
                .initializers((GenericApplicationContext started) ->
                        started.registerBean("handMovedClock", Clock.class, HandMovedClock::new))
                .run(args);
    }
}
