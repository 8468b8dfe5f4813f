package com.dmverify.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.TestPolicy;
import com.dmverify.api.policy.Policy;
import com.dmverify.api.verification.Change;
import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What is true of a verification in a store, whatever happened to it. */
final class Consistency {

    private static final Set<String> ENDS = Set.of(
            "VerificationSucceeded",
            "VerificationExpired",
            "VerificationExhausted",
            "VerificationCanceled",
            "VerificationFailed");

    private static final Set<String> OTHERS = Set.of(
            "VerificationOpened",
            "VerificationRequested",
            "CodeSent",
            "UserActionAwaited",
            "DeliveryRequeued",
            "ChallengeFromWrongAccount",
            "IncorrectCodeEntered");

    private Consistency() {}

    /** The operations were such that every type of event occurred. */
    static void checkThatEverythingHappened(Collection<Kept> kept) {
        assertThat(kept.stream().flatMap(one -> one.eventTypes().stream()).distinct())
                .containsAll(ENDS)
                .containsAll(OTHERS);
    }

    /** State, deadline, time to live and outbox agree, if nothing was published. */
    static void check(VerificationId id, Kept kept) {
        Policy policy = TestPolicy.DEFAULT;
        Verification verification = kept.verification();
        assertThat(verification).as("value of %s", id).isNotNull();
        assertThat(kept.eventIds())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, verification.sequence())
                        .mapToObj(sequence -> id + "." + sequence)
                        .toList());
        assertThat(kept.deadline()).as("deadline of %s", verification).isEqualTo(verification.deadline());
        List<String> types = kept.eventTypes();
        assertThat(types.stream().filter("VerificationRequested"::equals))
                .hasSize(verification.delivery().order().dispatch());
        assertThat(types.stream().filter("IncorrectCodeEntered"::equals))
                .hasSize(
                        verification.request().mode().sendsMessage()
                                ? policy.tries() - verification.remaining().tries()
                                : 0);
        assertThat(types.stream().filter(ENDS::contains))
                .as("ends of %s", verification)
                .hasSize(verification.status().isTerminal() ? 1 : 0);
        if (kept.life() != null) {
            Duration life = verification.status().isTerminal() ? policy.keepTerminal() : Duration.ofDays(7);
            assertThat(kept.life()).isBetween(life.minus(Duration.ofHours(1)), life);
        }
    }

    /** Every committed change was made from the state that the one before it left, and the last one left the state that is kept. */
    static void check(Collection<Change<?>> committed, Map<VerificationId, Kept> kept) {
        Map<VerificationId, List<Change<?>>> changes = committed.stream()
                .collect(Collectors.groupingBy(change -> change.after().id()));
        assertThat(changes.keySet()).isEqualTo(kept.keySet());
        changes.forEach((id, all) -> {
            Map<Verification, Change<?>> byBefore = new HashMap<>();
            all.forEach(change -> assertThat(byBefore.put(change.before(), change))
                    .as("a second change of the same state of %s", id)
                    .isNull());
            Verification state = all.stream()
                    .map(Change::before)
                    .filter(before -> before.sequence() == 0)
                    .findAny()
                    .orElseThrow();
            for (Change<?> next = byBefore.remove(state); next != null; next = byBefore.remove(state)) {
                state = next.after();
            }
            assertThat(byBefore).as("changes of states that %s never had", id).isEmpty();
            assertThat(state).isEqualTo(kept.get(id).verification());
        });
    }
}
