package com.dmverify.api.store.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.HandMovedClock;
import com.dmverify.api.RealRedis;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Refusal;
import com.dmverify.api.verification.Refusal.Kind;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import com.dmverify.api.verification.VerificationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

/** What is known of people, on a real Redis. */
class PeopleIT {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LONGEST_RUN = Duration.ofHours(1);
    private static final Duration OPT_OUT_FOR = Duration.ofDays(30);

    private final ReactiveStringRedisTemplate redis = RealRedis.template();
    private final HandMovedClock clock = new HandMovedClock();
    private final People people = new People(redis, clock, LONGEST_RUN);
    private final Refusals refusals = new Refusals(redis, LONGEST_RUN, OPT_OUT_FOR);
    private final VerificationId id = VerificationId.random(RANDOM);

    /** Nobody else's. */
    private final Conversation with = new Conversation(someone(), someone());

    @Test
    void oneActOfAUserSendsOnce() {
        people.acted(with, clock.instant()).block();

        assertThat(people.takeActSince(with, clock.instant().plusMillis(1)).block())
                .isFalse();
        assertThat(people.takeActSince(with, clock.instant()).block()).isTrue();
        assertThat(people.takeActSince(with, clock.instant()).block()).isFalse();
    }

    @Test
    void whatMustBeOverIsForgotten() {
        people.join(with, id).block();
        clock.advance(LONGEST_RUN);
        VerificationId later = VerificationId.random(RANDOM);

        people.join(with, later).block();

        assertThat(people.verifications(with).collectList().block()).containsExactly(later);
        people.forget(with, later).block();
        assertThat(people.verifications(with).collectList().block()).isEmpty();
    }

    @Test
    void whoJoinsLaterHearsWhatWasRefusedBefore() {
        Refusal refusal = new Refusal(Kind.DECLINED, clock.instant());
        assertThat(people.join(with, id).block()).isNull();

        refusals.remember(with, refusal).block();

        assertThat(people.join(with, id).block()).isEqualTo(refusal);
        assertThat(life("refusal")).isBetween(LONGEST_RUN.minusMinutes(1), LONGEST_RUN);
    }

    @Test
    void aNoDoesNotTakeAStopBack() {
        refusals.remember(with, new Refusal(Kind.OPTED_OUT, clock.instant())).block();
        clock.advance(Duration.ofMinutes(1));

        refusals.remember(with, new Refusal(Kind.DECLINED, clock.instant())).block();

        assertThat(people.join(with, id).block()).isEqualTo(new Refusal(Kind.OPTED_OUT, clock.instant()));
        assertThat(life("refusal")).isBetween(OPT_OUT_FOR.minusMinutes(1), OPT_OUT_FOR);
    }

    @Test
    void whoOptedOutIsKnownByIdAndByEveryHandleUntilThatIsLifted() {
        // Given
        Handle handle = new Handle("p" + with.person().value().substring(0, 10));
        assertThat(isOptedOut(byId()) || isOptedOut(byHandle(handle))).isFalse();
        refusals.remember(with, new Refusal(Kind.OPTED_OUT, clock.instant())).block();
        refusals.named(with, handle).block();

        // When, Then
        assertThat(isOptedOut(byId())).isTrue();
        assertThat(isOptedOut(byHandle(new Handle("P" + handle.value().substring(1)))))
                .isTrue();
        assertThat(refusals.isOptedOut(someone(), byId()).block()).isFalse();

        refusals.lift(with).block();
        assertThat(isOptedOut(byId())).isFalse();
        assertThat(isOptedOut(byHandle(handle))).isFalse();
    }

    @Test
    void aNoIsNoOptOut() {
        refusals.remember(with, new Refusal(Kind.DECLINED, clock.instant())).block();

        assertThat(isOptedOut(byId())).isFalse();
    }

    private Target byId() {
        return new Target(null, with.person());
    }

    private static Target byHandle(Handle handle) {
        return new Target(handle, null);
    }

    private boolean isOptedOut(Target target) {
        return Boolean.TRUE.equals(refusals.isOptedOut(with.account(), target).block());
    }

    private Duration life(String what) {
        return redis.getExpire("verification-users:{%s:%s}:%s"
                        .formatted(with.account().value(), with.person().value(), what))
                .block();
    }

    private static UserId someone() {
        return new UserId("%019d"
                .formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000_000_000L)));
    }
}
