package com.dmverify.api.pace;

import com.dmverify.events.PaceWindow;
import com.dmverify.events.SendingPace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What dm-sender says of an account's pace. */
public final class PaceEvents {

    private PaceEvents() {}

    /** An account with these windows. */
    public static SendingPace pace(String account, Instant now, PaceWindow... windows) {
        return SendingPace.newBuilder()
                .setAccount(account)
                .setWindows(List.of(windows))
                .setObservedAt(now)
                .build();
    }

    /** Whether the running service goes by it. */
    public static boolean isHeard(SendingPace pace, ApplicationContext service) {
        Paces same = new Paces(service.getBean(Clock.class), Duration.ofDays(1));
        same.heard(pace);
        return service.getBean(Paces.class).of(pace.getAccount()).equals(same.of(pace.getAccount()));
    }

    /** One window; it does not run if it {@code resetsAt} a time that is over. */
    public static PaceWindow window(long limit, long left, Duration length, Instant resetsAt) {
        return PaceWindow.newBuilder()
                .setName("short")
                .setLimit(limit)
                .setLeft(left)
                .setLengthMs(length.toMillis())
                .setResetsAt(resetsAt)
                .build();
    }
}
