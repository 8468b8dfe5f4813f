package com.dmverify.api.pace;

import com.dmverify.events.SendingPace;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The last pace of each account, as long as it can be believed. */
final class Paces {

    private final Map<String, Pace> byAccount = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration believedFor;

    Paces(Clock clock, Duration believedFor) {
        this.clock = clock;
        this.believedFor = believedFor;
    }

    /** The account's sender spoke. */
    void heard(SendingPace event) {
        byAccount.put(
                event.getAccount(),
                new Pace(
                        event.getWindows().stream()
                                .map(window -> new Window(
                                        window.getLimit(),
                                        window.getLeft(),
                                        Duration.ofMillis(window.getLengthMs()),
                                        window.getResetsAt()))
                                .toList(),
                        event.getBlockedUntil(),
                        event.getObservedAt()));
    }

    /** The account is no more. */
    void forget(String account) {
        byAccount.remove(account);
    }

    /** The account's pace; nothing if its sender has been silent for too long. */
    Optional<Pace> of(String account) {
        return Optional.ofNullable(byAccount.get(account))
                .filter(pace -> pace.observedAt().plus(believedFor).isAfter(clock.instant()));
    }
}
