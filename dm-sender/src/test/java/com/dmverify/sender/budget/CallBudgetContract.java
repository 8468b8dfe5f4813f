package com.dmverify.sender.budget;

import static com.dmverify.x.RateLimit.Window.APP_24_HOURS;
import static com.dmverify.x.RateLimit.Window.FIFTEEN_MINUTES;
import static com.dmverify.x.RateLimit.Window.USER_24_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.sender.cast.HandClock;
import com.dmverify.x.RateLimit;
import com.dmverify.x.RateLimits;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every budget promises. */
abstract class CallBudgetContract {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofHours(24);
    private static final UserId ALICE = new UserId("2000000000000000001");
    private static final Taking TAKEN = new Taking.Taken();

    final HandClock clock = new HandClock();
    private final String app = UUID.randomUUID().toString();

    abstract CallBudget budget();

    @Test
    void givesWhatTheWindowHoldsAndThenTheInstantToComeBack() {
        // Given
        Allowance allowance = allowance("main", 3, 0, 0);

        // When
        List<Taking> answers = take(allowance, 4);

        // Then
        assertThat(answers).containsExactly(TAKEN, TAKEN, TAKEN, exhaustedUntil(HandClock.START.plus(WINDOW)));
    }

    @Test
    void aWindowOpensWithItsFirstMessageAndIsFullAgainAfterIt() {
        // Given
        Allowance allowance = allowance("main", 2, 0, 0);
        take(allowance, 2);
        clock.move(WINDOW);

        // When
        List<Taking> answers = take(allowance, 3);

        // Then
        assertThat(answers)
                .containsExactly(TAKEN, TAKEN, exhaustedUntil(clock.instant().plus(WINDOW)));
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() {
        // Given
        Allowance allowance = allowance("main", 15, 0, 0);

        // When
        Stream<Taking> answers = IntStream.range(0, 100).parallel().mapToObj(_ -> budget().take(allowance));

        // Then
        assertThat(answers.filter(TAKEN::equals)).hasSize(15);
    }

    @Test
    void theLatestResetOfAllEmptyWindowsCounts() {
        // Given
        Allowance allowance = allowance("main", 2, 2, 0);
        take(allowance, 2);

        // When
        Taking answer = budget().take(allowance);

        // Then
        assertThat(answer).isEqualTo(exhaustedUntil(HandClock.START.plus(DAY)));
    }

    @Test
    void theLatestResetCountsWhicheverWindowItIs() {
        // Given
        Allowance allowance = allowance("main", 15, 1440, 0);
        Instant latest = HandClock.START.plus(WINDOW);

        // When
        budget().correct(
                        allowance,
                        new RateLimits(List.of(
                                new RateLimit(FIFTEEN_MINUTES, 15, 0, latest),
                                new RateLimit(USER_24_HOURS, 1440, 0, latest.minusSeconds(60)))));

        // Then
        assertThat(budget().take(allowance)).isEqualTo(exhaustedUntil(latest));
    }

    @Test
    void anEmptyWindowTakesNothingFromTheOthers() {
        // Given
        Allowance allowance = allowance("main", 1, 3, 0);
        take(allowance, 5);
        clock.move(WINDOW);
        take(allowance, 5);
        clock.move(WINDOW);

        // When
        List<Taking> third = take(allowance, 1);

        // Then
        assertThat(third).containsExactly(TAKEN);
    }

    @Test
    void accountsOfOneAppShareItsDayAndNothingElse() {
        // Given
        take(allowance("main", 2, 0, 3), 2);

        // When
        List<Taking> other = take(allowance("other", 2, 0, 3), 2);

        // Then
        assertThat(other).containsExactly(TAKEN, exhaustedUntil(HandClock.START.plus(DAY)));
    }

    @Test
    void aPersonGetsSoManyMessagesInAnHourWhereverItBegins() {
        // Given
        Allowance toAlice = allowance("main", 0, 0, 0).to(ALICE, 3, "ver_1.1");
        takeEach(toAlice, "ver_1");
        clock.move(Duration.ofMinutes(59));
        takeEach(toAlice, "ver_2", "ver_3");

        // When
        Taking before = budget().take(named(toAlice, "ver_4"));
        clock.move(Duration.ofMinutes(1));
        List<Taking> after = takeEach(toAlice, "ver_4", "ver_5");

        // Then
        assertThat(before).isEqualTo(new Taking.RecipientLimit());
        assertThat(after).containsExactly(TAKEN, new Taking.RecipientLimit());
    }

    @Test
    void manyMessagesAtOnceToOnePersonAreNoMoreThanThatPersonGets() {
        // Given
        Allowance toAlice = allowance("main", 0, 0, 0).to(ALICE, 5, "ver_1.1");

        // When
        Stream<Taking> answers =
                IntStream.range(0, 50).parallel().mapToObj(message -> budget().take(named(toAlice, "ver_" + message)));

        // Then
        assertThat(answers.filter(TAKEN::equals)).hasSize(5);
    }

    @Test
    void whatOnePersonGotCountsForNoOtherAndForNoOtherAccount() {
        // Given
        take(allowance("main", 0, 0, 0).to(ALICE, 1, "ver_1.1"), 1);

        // When
        Taking toBob = budget().take(allowance("main", 0, 0, 0).to(new UserId("77"), 1, "ver_1.1"));
        Taking ofOther = budget().take(allowance("other", 0, 0, 0).to(ALICE, 1, "ver_1.1"));

        // Then
        assertThat(List.of(toBob, ofOther)).containsOnly(TAKEN);
    }

    @Test
    void aPersonWhoHadEnoughTakesNothingFromTheWindows() {
        // Given
        Allowance toAlice = allowance("main", 2, 0, 0).to(ALICE, 1, "ver_1.1");
        takeEach(toAlice, "ver_1", "ver_2", "ver_3", "ver_4", "ver_5");

        // When
        Taking toBob = budget().take(allowance("main", 2, 0, 0).to(new UserId("77"), 1, "ver_1.1"));

        // Then
        assertThat(toBob).isEqualTo(TAKEN);
    }

    @Test
    void anEmptyWindowTakesNothingFromThePerson() {
        // Given
        Allowance toAlice = allowance("main", 1, 0, 0).to(ALICE, 2, "ver_1.1");
        takeEach(toAlice, "ver_1", "ver_2", "ver_3", "ver_4", "ver_5");
        clock.move(WINDOW);

        // When
        Taking second = budget().take(named(toAlice, "ver_6"));

        // Then
        assertThat(second).isEqualTo(TAKEN);
    }

    @Test
    void whatWasNotSentIsGivenBackToThePersonAlsoIfXCountedIt() {
        // Given
        Allowance toAlice = allowance("main", 3, 0, 0).to(ALICE, 1, "ver_1.1");
        take(toAlice, 1);
        budget().notSent(toAlice);
        takeEach(toAlice, "ver_2");
        budget().giveBack(named(toAlice, "ver_2"), clock.instant());

        // When
        List<Taking> answers = takeEach(toAlice, "ver_3", "ver_4");

        // Then
        assertThat(answers).containsExactly(TAKEN, new Taking.RecipientLimit());
        assertThat(take(allowance("main", 3, 0, 0), 2))
                .containsExactly(TAKEN, exhaustedUntil(HandClock.START.plus(WINDOW)));
    }

    @Test
    void aMessageThatIsTakenAgainCountsOnceForThePersonAndIsNotRefusedBecauseOfItself() {
        // Given
        Allowance toAlice = allowance("main", 0, 0, 0).to(ALICE, 2, "ver_1.1");

        // When
        List<Taking> again = take(toAlice, 5);

        // Then
        assertThat(again).containsOnly(TAKEN);
        assertThat(takeEach(toAlice, "ver_2", "ver_3")).containsExactly(TAKEN, new Taking.RecipientLimit());
        assertThat(budget().take(toAlice)).isEqualTo(TAKEN);
    }

    @Test
    void aMessageThatIsTakenAgainCountsFromTheLaterTime() {
        // Given
        Allowance toAlice = allowance("main", 0, 0, 0).to(ALICE, 1, "ver_1.1");
        take(toAlice, 1);
        clock.move(Duration.ofMinutes(59));
        take(toAlice, 1);

        // When
        clock.move(Duration.ofMinutes(59));

        // Then
        assertThat(takeEach(toAlice, "ver_2")).containsExactly(new Taking.RecipientLimit());
        clock.move(Duration.ofMinutes(1));
        assertThat(takeEach(toAlice, "ver_2")).containsExactly(TAKEN);
    }

    @Test
    void aMessageThatIsGivenBackTwiceTakesNoOtherMessageFromTheHour() {
        // Given
        Allowance toAlice = allowance("main", 0, 0, 0).to(ALICE, 3, "ver_1.1");
        takeEach(toAlice, "ver_1", "ver_2", "ver_3");

        // When
        budget().notSent(named(toAlice, "ver_1"));
        budget().notSent(named(toAlice, "ver_1"));
        budget().giveBack(named(toAlice, "ver_1"), clock.instant());

        // Then
        assertThat(takeEach(toAlice, "ver_4", "ver_5")).containsExactly(TAKEN, new Taking.RecipientLimit());
    }

    @Test
    void zeroPerHourCountsNoPersons() {
        assertThat(take(allowance("main", 0, 0, 0).to(ALICE, 0, "ver_1.1"), 20)).containsOnly(TAKEN);
    }

    @Test
    void zeroStandsForNoLimitOfOurs() {
        assertThat(take(allowance("main", 0, 0, 0), 100)).containsOnly(TAKEN);
    }

    @Test
    void neverMoreIsLeftThanXSays() {
        // Given
        Allowance allowance = allowance("main", 15, 0, 0);
        take(allowance, 1);
        Instant reset = HandClock.START.plus(WINDOW);

        // When
        budget().correct(allowance, said(FIFTEEN_MINUTES, 2, reset));

        // Then
        assertThat(take(allowance, 3)).containsExactly(TAKEN, TAKEN, exhaustedUntil(reset));
    }

    @Test
    void messagesInFlightStayCountedWhenXHasNotSeenThemYet() {
        // Given
        Allowance allowance = allowance("main", 3, 0, 0);
        take(allowance, 3);

        // When
        budget().correct(allowance, said(FIFTEEN_MINUTES, 2, HandClock.START.plus(WINDOW)));

        // Then
        assertThat(budget().take(allowance)).isInstanceOf(Taking.ExhaustedUntil.class);
    }

    @Test
    void xKnowsItsResetBetterThanWe() {
        // Given
        Allowance allowance = allowance("main", 1, 0, 0);
        take(allowance, 1);
        Instant earlier = HandClock.START.plus(Duration.ofMinutes(4));

        // When
        budget().correct(allowance, said(FIFTEEN_MINUTES, 0, earlier));

        // Then
        assertThat(budget().take(allowance)).isEqualTo(exhaustedUntil(earlier));
    }

    @Test
    void anAnswerFromAWindowThatIsOverChangesNothing() {
        // Given
        Allowance allowance = allowance("main", 2, 0, 0);
        take(allowance, 1);
        Instant reset = HandClock.START.plus(WINDOW);
        budget().correct(allowance, said(FIFTEEN_MINUTES, 1, reset));

        // When
        budget().correct(allowance, said(FIFTEEN_MINUTES, 0, reset.minusSeconds(60)));

        // Then
        assertThat(budget().take(allowance)).isEqualTo(TAKEN);
    }

    @Test
    void aWindowThatXOpenedBeforeUsIsTakenOver() {
        // Given
        Allowance allowance = allowance("main", 2, 0, 0);
        take(allowance, 2);
        budget().correct(allowance, said(FIFTEEN_MINUTES, 0, HandClock.START.plus(WINDOW)));

        // When
        budget().correct(
                        allowance,
                        said(FIFTEEN_MINUTES, 1, HandClock.START.plus(WINDOW).plus(WINDOW)));

        // Then
        assertThat(take(allowance, 1)).containsExactly(TAKEN);
    }

    @Test
    void everyWindowIsCorrectedByItsOwnHeaders() {
        // Given
        Allowance allowance = allowance("main", 15, 1440, 1440);
        Instant tomorrow = HandClock.START.plus(DAY);
        take(allowance, 1);

        // When
        budget().correct(
                        allowance,
                        new RateLimits(List.of(
                                new RateLimit(FIFTEEN_MINUTES, 15, 14, HandClock.START.plus(WINDOW)),
                                new RateLimit(USER_24_HOURS, 1440, 700, tomorrow),
                                new RateLimit(APP_24_HOURS, 1440, 0, tomorrow))));

        // Then
        assertThat(budget().take(allowance)).isEqualTo(exhaustedUntil(tomorrow));
    }

    @Test
    void withoutALimitOfOursXsWordStillCounts() {
        // Given
        Allowance allowance = allowance("main", 0, 0, 0);
        Instant reset = HandClock.START.plus(WINDOW);

        // When
        budget().correct(allowance, said(FIFTEEN_MINUTES, 1, reset));

        // Then
        assertThat(take(allowance, 2)).containsExactly(TAKEN, exhaustedUntil(reset));
    }

    @Test
    void aClosedBudgetOpensAtItsTime() {
        // Given
        Allowance allowance = allowance("main", 15, 0, 0);
        Instant until = HandClock.START.plusSeconds(60);

        // When
        budget().close(allowance, until);

        // Then
        assertThat(budget().take(allowance)).isEqualTo(exhaustedUntil(until));
        clock.moveTo(until);
        assertThat(budget().take(allowance)).isEqualTo(TAKEN);
    }

    @Test
    void whatNeverReachedXIsGivenBack() {
        // Given
        Allowance allowance = allowance("main", 1, 1, 1);
        take(allowance, 1);

        // When
        budget().giveBack(allowance, clock.instant());

        // Then
        assertThat(take(allowance, 2)).startsWith(TAKEN).doesNotContainSequence(TAKEN, TAKEN);
    }

    @Test
    void givingBackMakesNoWindowLargerThanItIs() {
        // Given
        Allowance allowance = allowance("main", 2, 0, 0);
        take(allowance, 1);

        // When
        budget().giveBack(allowance, clock.instant());
        budget().giveBack(allowance, clock.instant());

        // Then
        assertThat(take(allowance, 3).getLast()).isInstanceOf(Taking.ExhaustedUntil.class);
    }

    @Test
    void aWindowThatOpenedSinceNeverGaveItAndGetsNothingBack() {
        // Given
        Allowance allowance = allowance("main", 2, 0, 0);
        take(allowance, 1);
        Instant taken = clock.instant();
        clock.move(WINDOW);
        take(allowance, 1);

        // When
        budget().giveBack(allowance, taken);

        // Then
        assertThat(take(allowance, 2).getLast()).isInstanceOf(Taking.ExhaustedUntil.class);
    }

    @Test
    void aWindowOfOurOwnEndsItsLengthAfterTheFirstAnswerHoweverXRounds() {
        // Given
        Allowance allowance = allowance("main", 1, 0, 0);
        take(allowance, 1);
        clock.move(Duration.ofMillis(120));
        Instant answered = clock.instant();

        // When
        budget().correct(
                        allowance,
                        said(FIFTEEN_MINUTES, 0, answered.plus(WINDOW).plusMillis(900)));
        clock.move(Duration.ofMillis(50));
        budget().correct(
                        allowance,
                        said(FIFTEEN_MINUTES, 0, answered.plus(WINDOW).plusMillis(900)));

        // Then
        assertThat(budget().take(allowance)).isEqualTo(exhaustedUntil(answered.plus(WINDOW)));
    }

    @Test
    void whenXRoundsDownTheWindowStillEndsWhenItDoes() {
        // Given
        Allowance allowance = allowance("main", 1, 0, 0);
        take(allowance, 1);
        Instant floored = HandClock.START.plus(WINDOW).minusMillis(900);

        // When
        budget().correct(allowance, said(FIFTEEN_MINUTES, 0, floored));
        clock.move(Duration.ofMinutes(5));
        budget().correct(allowance, said(FIFTEEN_MINUTES, 0, floored));

        // Then
        assertThat(budget().take(allowance)).isEqualTo(exhaustedUntil(HandClock.START.plus(WINDOW)));
    }

    @Test
    void whoLooksTakesNothing() {
        // Given
        Allowance allowance = allowance("main", 3, 5, 0);
        BudgetState before = budget().look(allowance);
        take(allowance, 2);
        budget().close(allowance, HandClock.START.plusSeconds(60));

        // When
        BudgetState state = budget().look(allowance);

        // Then
        assertThat(before)
                .isEqualTo(new BudgetState(
                        List.of(new WindowState("short", 3, 3, WINDOW, null), new WindowState("day", 5, 5, DAY, null)),
                        null));
        assertThat(state)
                .isEqualTo(new BudgetState(
                        List.of(
                                new WindowState("short", 3, 1, WINDOW, HandClock.START.plus(WINDOW)),
                                new WindowState("day", 5, 3, DAY, HandClock.START.plus(DAY))),
                        HandClock.START.plusSeconds(60)));
        assertThat(budget().look(allowance)).isEqualTo(state);
    }

    @Test
    void whatIsCountedApartIsTakenApart() {
        // Given
        Allowance messages = allowance("main", 1, 0, 0);
        Allowance lookups = new Allowance(app, "main", Use.LOOKUPS, Limits.ofWindow(1, WINDOW));
        take(messages, 1);

        // When
        Taking answer = budget().take(lookups);

        // Then
        assertThat(answer).isEqualTo(TAKEN);
        assertThat(budget().take(lookups)).isEqualTo(exhaustedUntil(HandClock.START.plus(WINDOW)));
    }

    Allowance allowance(String account, long perWindow, long perDay, long perDayOfApp) {
        return new Allowance(app, account, Use.MESSAGES, new Limits(perWindow, WINDOW, perDay, perDayOfApp));
    }

    private static Allowance named(Allowance allowance, String message) {
        Allowance.Recipient person = Objects.requireNonNull(allowance.recipient());
        return allowance.to(person.id(), person.perHour(), message);
    }

    private List<Taking> takeEach(Allowance allowance, String... messages) {
        return Stream.of(messages)
                .map(message -> budget().take(named(allowance, message)))
                .toList();
    }

    private List<Taking> take(Allowance allowance, int times) {
        return IntStream.range(0, times).mapToObj(_ -> budget().take(allowance)).toList();
    }

    private static Taking exhaustedUntil(Instant until) {
        return new Taking.ExhaustedUntil(until);
    }

    private static RateLimits said(RateLimit.Window window, long remaining, Instant reset) {
        return new RateLimits(List.of(new RateLimit(window, 99, remaining, reset)));
    }
}
