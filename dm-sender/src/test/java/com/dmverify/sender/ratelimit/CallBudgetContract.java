package com.dmverify.sender.ratelimit;

import static com.dmverify.x.RateLimit.Window.APP_24_HOURS;
import static com.dmverify.x.RateLimit.Window.FIFTEEN_MINUTES;
import static com.dmverify.x.RateLimit.Window.USER_24_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.fixture.Orders;
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
    static final Duration ANSWER_TIME = Duration.ofSeconds(15);

    /** Of the message {@code ver_1.1}. */
    static final String FIRST_CALL = "ver_1.1/0";

    private static final TakeResult TAKEN = new TakeResult.Taken();

    final MutableClock clock = MutableClock.at(Orders.START);
    private final String app = UUID.randomUUID().toString();

    abstract CallBudget budget();

    @Test
    void givesWhatTheWindowHoldsAndThenTheInstantToComeBack() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 3, 0, 0);

        // When
        List<TakeResult> answers = take(budgetKey, 4);

        // Then
        assertThat(answers).containsExactly(TAKEN, TAKEN, TAKEN, exhaustedUntil(Orders.START.plus(WINDOW)));
    }

    @Test
    void aWindowOpensWithItsFirstMessageAndIsFullAgainAfterIt() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 2);
        clock.advance(WINDOW);

        // When
        List<TakeResult> answers = take(budgetKey, 3);

        // Then
        assertThat(answers)
                .containsExactly(TAKEN, TAKEN, exhaustedUntil(clock.instant().plus(WINDOW)));
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 15, 0, 0);

        // When
        Stream<TakeResult> answers = IntStream.range(0, 100).parallel().mapToObj(_ -> budget().take(budgetKey));

        // Then
        assertThat(answers.filter(TAKEN::equals)).hasSize(15);
    }

    @Test
    void theLatestResetOfAllEmptyWindowsCounts() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 2, 0);
        take(budgetKey, 2);

        // When
        TakeResult answer = budget().take(budgetKey);

        // Then
        assertThat(answer).isEqualTo(exhaustedUntil(Orders.START.plus(DAY)));
    }

    @Test
    void theLatestResetCountsWhicheverWindowItIs() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 15, 1440, 0);
        Instant latest = Orders.START.plus(WINDOW);

        // When
        budget().correct(
                        budgetKey,
                        new RateLimits(List.of(
                                new RateLimit(FIFTEEN_MINUTES, 15, 0, latest),
                                new RateLimit(USER_24_HOURS, 1440, 0, latest.minusSeconds(60)))));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(exhaustedUntil(latest));
    }

    @Test
    void anEmptyWindowTakesNothingFromTheOthers() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 1, 3, 0);
        take(budgetKey, 5);
        clock.advance(WINDOW);
        take(budgetKey, 5);
        clock.advance(WINDOW);

        // When
        List<TakeResult> third = take(budgetKey, 1);

        // Then
        assertThat(third).containsExactly(TAKEN);
    }

    @Test
    void accountsOfOneAppShareItsDayAndNothingElse() {
        // Given
        take(budgetKey("main", 2, 0, 3), 2);

        // When
        List<TakeResult> other = take(budgetKey("other", 2, 0, 3), 2);

        // Then
        assertThat(other).containsExactly(TAKEN, exhaustedUntil(Orders.START.plus(DAY)));
    }

    @Test
    void aPersonGetsSoManyMessagesInAnHourWhereverItBegins() {
        // Given
        BudgetKey toAlice = budgetKey("main", 0, 0, 0).of(message(ALICE, 3, "ver_1.1"), FIRST_CALL);
        takeEach(toAlice, "ver_1");
        clock.advance(Duration.ofMinutes(59));
        takeEach(toAlice, "ver_2", "ver_3");

        // When
        TakeResult before = budget().take(named(toAlice, "ver_4"));
        clock.advance(Duration.ofMinutes(1));
        List<TakeResult> after = takeEach(toAlice, "ver_4", "ver_5");

        // Then
        assertThat(before).isEqualTo(new TakeResult.RecipientLimit());
        assertThat(after).containsExactly(TAKEN, new TakeResult.RecipientLimit());
    }

    @Test
    void manyMessagesAtOnceToOnePersonAreNoMoreThanThatPersonGets() {
        // Given
        BudgetKey toAlice = budgetKey("main", 0, 0, 0).of(message(ALICE, 5, "ver_1.1"), FIRST_CALL);

        // When
        Stream<TakeResult> answers =
                IntStream.range(0, 50).parallel().mapToObj(message -> budget().take(named(toAlice, "ver_" + message)));

        // Then
        assertThat(answers.filter(TAKEN::equals)).hasSize(5);
    }

    @Test
    void whatOnePersonGotCountsForNoOtherAndForNoOtherAccount() {
        // Given
        take(budgetKey("main", 0, 0, 0).of(message(ALICE, 1, "ver_1.1"), FIRST_CALL), 1);

        // When
        TakeResult toBob =
                budget().take(budgetKey("main", 0, 0, 0).of(message(new UserId("77"), 1, "ver_1.1"), FIRST_CALL));
        TakeResult ofOther = budget().take(budgetKey("other", 0, 0, 0).of(message(ALICE, 1, "ver_1.1"), FIRST_CALL));

        // Then
        assertThat(List.of(toBob, ofOther)).containsOnly(TAKEN);
    }

    @Test
    void aPersonWhoHadEnoughTakesNothingFromTheWindows() {
        // Given
        BudgetKey toAlice = budgetKey("main", 2, 0, 0).of(message(ALICE, 1, "ver_1.1"), FIRST_CALL);
        takeEach(toAlice, "ver_1", "ver_2", "ver_3", "ver_4", "ver_5");

        // When
        TakeResult toBob =
                budget().take(budgetKey("main", 2, 0, 0).of(message(new UserId("77"), 1, "ver_1.1"), FIRST_CALL));

        // Then
        assertThat(toBob).isEqualTo(TAKEN);
    }

    @Test
    void anEmptyWindowTakesNothingFromThePerson() {
        // Given
        BudgetKey toAlice = budgetKey("main", 1, 0, 0).of(message(ALICE, 2, "ver_1.1"), FIRST_CALL);
        takeEach(toAlice, "ver_1", "ver_2", "ver_3", "ver_4", "ver_5");
        clock.advance(WINDOW);

        // When
        TakeResult second = budget().take(named(toAlice, "ver_6"));

        // Then
        assertThat(second).isEqualTo(TAKEN);
    }

    @Test
    void whatWasNotSentIsGivenBackToThePersonAlsoIfXCountedIt() {
        // Given
        BudgetKey toAlice = budgetKey("main", 3, 0, 0).of(message(ALICE, 1, "ver_1.1"), FIRST_CALL);
        take(toAlice, 1);
        budget().notSent(toAlice);
        takeEach(toAlice, "ver_2");
        budget().giveBack(named(toAlice, "ver_2"), clock.instant());

        // When
        List<TakeResult> answers = takeEach(toAlice, "ver_3", "ver_4");

        // Then
        assertThat(answers).containsExactly(TAKEN, new TakeResult.RecipientLimit());
        assertThat(take(budgetKey("main", 3, 0, 0), 2))
                .containsExactly(TAKEN, exhaustedUntil(Orders.START.plus(WINDOW)));
    }

    @Test
    void aMessageThatIsTakenAgainCountsOnceForThePersonAndIsNotRefusedBecauseOfItself() {
        // Given
        BudgetKey toAlice = budgetKey("main", 0, 0, 0).of(message(ALICE, 2, "ver_1.1"), FIRST_CALL);

        // When
        List<TakeResult> again = take(toAlice, 5);

        // Then
        assertThat(again).containsOnly(TAKEN);
        assertThat(takeEach(toAlice, "ver_2", "ver_3")).containsExactly(TAKEN, new TakeResult.RecipientLimit());
        assertThat(budget().take(toAlice)).isEqualTo(TAKEN);
    }

    @Test
    void aCallThatIsTakenAgainSinceTheAnswerGotLostCountsOnceInEachWindow() {
        // Given
        BudgetKey toAlice = budgetKey("main", 2, 5, 0).of(message(ALICE, 0, "ver_1.1"), FIRST_CALL);

        // When
        List<TakeResult> again = take(toAlice, 5);

        // Then
        assertThat(again).containsOnly(TAKEN);
        assertThat(left(toAlice)).containsExactly(1L, 4L);
        assertThat(takeEach(toAlice, "ver_2", "ver_3"))
                .containsExactly(TAKEN, exhaustedUntil(Orders.START.plus(WINDOW)));
        assertThat(budget().take(toAlice)).isEqualTo(TAKEN);
    }

    @Test
    void aNamedCallWithoutAMessageCountsOnceHoweverOftenItIsTaken() {
        // Given
        BudgetKey lookups = new BudgetKey(app, "main", CallKind.LOOKUPS, Limits.ofWindow(2, WINDOW));

        // When
        List<TakeResult> again = take(lookups.of("a"), 5);

        // Then
        assertThat(again).containsOnly(TAKEN);
        assertThat(left(lookups)).containsExactly(1L);
        assertThat(take(lookups.of("b"), 1)).containsExactly(TAKEN);
        assertThat(left(lookups)).containsExactly(0L);
    }

    @Test
    void theNextCallOfAMessageCountsAgain() {
        // Given
        BudgetKey messages = budgetKey("main", 2, 0, 0);
        budget().take(messages.of(new BudgetKey.Message(ALICE, 5, "ver_1.1"), "ver_1.1/0"));

        // When
        budget().take(messages.of(new BudgetKey.Message(ALICE, 5, "ver_1.1"), "ver_1.1/1"));

        // Then
        assertThat(left(messages)).containsExactly(0L);
    }

    @Test
    void aCallThatIsTakenAgainInALaterWindowCountsThereToo() {
        // Given
        BudgetKey toAlice = budgetKey("main", 2, 5, 0).of(message(ALICE, 0, "ver_1.1"), FIRST_CALL);
        clock.advance(Duration.ofMinutes(9));
        takeEach(toAlice, "ver_2");
        clock.advance(Duration.ofMinutes(9));
        take(toAlice, 1);
        clock.advance(WINDOW.minusMinutes(9));

        // When
        take(toAlice, 2);

        // Then
        assertThat(left(toAlice)).containsExactly(1L, 3L);
    }

    @Test
    void aCallThatWasGivenBackCountsAgain() {
        // Given
        BudgetKey toAlice = budgetKey("main", 2, 0, 0).of(message(ALICE, 0, "ver_1.1"), FIRST_CALL);
        take(toAlice, 1);
        budget().giveBack(toAlice, clock.instant());

        // When
        take(toAlice, 1);

        // Then
        assertThat(left(toAlice)).containsExactly(1L);
    }

    @Test
    void aCallThatWasTakenWaitsWhileXThrottles() {
        // Given
        BudgetKey toAlice = budgetKey("main", 2, 0, 0).of(message(ALICE, 0, "ver_1.1"), FIRST_CALL);
        take(toAlice, 1);
        budget().close(toAlice, Orders.START.plusSeconds(60));

        // Then
        assertThat(budget().take(toAlice)).isEqualTo(exhaustedUntil(Orders.START.plusSeconds(60)));
    }

    private List<Long> left(BudgetKey budgetKey) {
        return budget().look(budgetKey).windows().stream()
                .map(WindowState::left)
                .toList();
    }

    @Test
    void aMessageThatIsTakenAgainCountsFromTheLaterTime() {
        // Given
        BudgetKey toAlice = budgetKey("main", 0, 0, 0).of(message(ALICE, 1, "ver_1.1"), FIRST_CALL);
        take(toAlice, 1);
        clock.advance(Duration.ofMinutes(59));
        take(toAlice, 1);

        // When
        clock.advance(Duration.ofMinutes(59));

        // Then
        assertThat(takeEach(toAlice, "ver_2")).containsExactly(new TakeResult.RecipientLimit());
        clock.advance(Duration.ofMinutes(1));
        assertThat(takeEach(toAlice, "ver_2")).containsExactly(TAKEN);
    }

    @Test
    void aMessageThatIsGivenBackTwiceTakesNoOtherMessageFromTheHour() {
        // Given
        BudgetKey toAlice = budgetKey("main", 0, 0, 0).of(message(ALICE, 3, "ver_1.1"), FIRST_CALL);
        takeEach(toAlice, "ver_1", "ver_2", "ver_3");

        // When
        budget().notSent(named(toAlice, "ver_1"));
        budget().notSent(named(toAlice, "ver_1"));
        budget().giveBack(named(toAlice, "ver_1"), clock.instant());

        // Then
        assertThat(takeEach(toAlice, "ver_4", "ver_5")).containsExactly(TAKEN, new TakeResult.RecipientLimit());
    }

    @Test
    void zeroPerHourCountsNoPersons() {
        assertThat(take(budgetKey("main", 0, 0, 0).of(message(ALICE, 0, "ver_1.1"), FIRST_CALL), 20))
                .containsOnly(TAKEN);
    }

    @Test
    void zeroStandsForNoLimitOfOurs() {
        assertThat(take(budgetKey("main", 0, 0, 0), 100)).containsOnly(TAKEN);
    }

    @Test
    void noWindowOpensWhileACallIsInFlight() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 1);
        budget().correct(budgetKey, RateLimits.none());
        clock.advance(WINDOW.minusSeconds(1));
        take(budgetKey, 1);
        clock.advance(Duration.ofSeconds(1));

        // When
        TakeResult inFlight = budget().take(budgetKey);
        budget().correct(budgetKey, RateLimits.none());

        // Then
        assertThat(inFlight).isEqualTo(exhaustedUntil(clock.instant().plusMillis(100)));
        assertThat(take(budgetKey, 2)).containsExactly(TAKEN, TAKEN);
    }

    @Test
    void aCallThatIsNeverAnsweredHoldsUpAWindowForTheTimeOfAnAnswerOnly() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 1);
        clock.advance(WINDOW.minusSeconds(1));
        take(budgetKey, 1);
        clock.advance(ANSWER_TIME.minusMillis(1));

        // When
        TakeResult before = budget().take(budgetKey);
        clock.advance(Duration.ofMillis(1));

        // Then
        assertThat(before).isEqualTo(exhaustedUntil(clock.instant()));
        assertThat(budget().take(budgetKey)).isEqualTo(TAKEN);
    }

    @Test
    void aCallThatIsGivenBackIsNotInFlight() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 1);
        budget().correct(budgetKey, RateLimits.none());
        clock.advance(WINDOW.minusSeconds(1));
        take(budgetKey, 1);
        budget().giveBack(budgetKey, clock.instant());

        // When
        clock.advance(Duration.ofSeconds(1));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(TAKEN);
    }

    @Test
    void neverMoreIsLeftThanXSays() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 15, 0, 0);
        take(budgetKey, 1);
        Instant reset = Orders.START.plus(WINDOW);

        // When
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 2, reset));

        // Then
        assertThat(take(budgetKey, 3)).containsExactly(TAKEN, TAKEN, exhaustedUntil(reset));
    }

    @Test
    void messagesInFlightStayCountedWhenXHasNotSeenThemYet() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 3, 0, 0);
        take(budgetKey, 3);

        // When
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 2, Orders.START.plus(WINDOW)));

        // Then
        assertThat(budget().take(budgetKey)).isInstanceOf(TakeResult.ExhaustedUntil.class);
    }

    @Test
    void xKnowsItsResetBetterThanWe() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 1, 0, 0);
        take(budgetKey, 1);
        Instant earlier = Orders.START.plus(Duration.ofMinutes(4));

        // When
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 0, earlier));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(exhaustedUntil(earlier));
    }

    @Test
    void anAnswerFromAWindowThatIsOverChangesNothing() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 1);
        Instant reset = Orders.START.plus(WINDOW);
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 1, reset));

        // When
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 0, reset.minusSeconds(60)));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(TAKEN);
    }

    @Test
    void aWindowThatXOpenedBeforeUsIsTakenOver() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 2);
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 0, Orders.START.plus(WINDOW)));

        // When
        budget().correct(
                        budgetKey,
                        said(FIFTEEN_MINUTES, 1, Orders.START.plus(WINDOW).plus(WINDOW)));

        // Then
        assertThat(take(budgetKey, 1)).containsExactly(TAKEN);
    }

    @Test
    void everyWindowIsCorrectedByItsOwnHeaders() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 15, 1440, 1440);
        Instant tomorrow = Orders.START.plus(DAY);
        take(budgetKey, 1);

        // When
        budget().correct(
                        budgetKey,
                        new RateLimits(List.of(
                                new RateLimit(FIFTEEN_MINUTES, 15, 14, Orders.START.plus(WINDOW)),
                                new RateLimit(USER_24_HOURS, 1440, 700, tomorrow),
                                new RateLimit(APP_24_HOURS, 1440, 0, tomorrow))));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(exhaustedUntil(tomorrow));
    }

    @Test
    void withoutALimitOfOursXsWordStillCounts() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 0, 0, 0);
        Instant reset = Orders.START.plus(WINDOW);

        // When
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 1, reset));

        // Then
        assertThat(take(budgetKey, 2)).containsExactly(TAKEN, exhaustedUntil(reset));
    }

    @Test
    void aClosedBudgetOpensAtItsTime() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 15, 0, 0);
        Instant until = Orders.START.plusSeconds(60);

        // When
        budget().close(budgetKey, until);

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(exhaustedUntil(until));
        clock.set(until);
        assertThat(budget().take(budgetKey)).isEqualTo(TAKEN);
    }

    @Test
    void whatNeverReachedXIsGivenBack() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 1, 1, 1);
        take(budgetKey, 1);

        // When
        budget().giveBack(budgetKey, clock.instant());

        // Then
        assertThat(take(budgetKey, 2)).startsWith(TAKEN).doesNotContainSequence(TAKEN, TAKEN);
    }

    @Test
    void givingBackMakesNoWindowLargerThanItIs() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 1);

        // When
        budget().giveBack(budgetKey, clock.instant());
        budget().giveBack(budgetKey, clock.instant());

        // Then
        assertThat(take(budgetKey, 3).getLast()).isInstanceOf(TakeResult.ExhaustedUntil.class);
    }

    @Test
    void aWindowThatOpenedSinceNeverGaveItAndGetsNothingBack() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 2, 0, 0);
        take(budgetKey, 1);
        Instant taken = clock.instant();
        clock.advance(WINDOW);
        take(budgetKey, 1);

        // When
        budget().giveBack(budgetKey, taken);

        // Then
        assertThat(take(budgetKey, 2).getLast()).isInstanceOf(TakeResult.ExhaustedUntil.class);
    }

    @Test
    void aWindowOfOurOwnEndsItsLengthAfterTheFirstAnswerHoweverXRounds() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 1, 0, 0);
        take(budgetKey, 1);
        clock.advance(Duration.ofMillis(120));
        Instant answered = clock.instant();

        // When
        budget().correct(
                        budgetKey,
                        said(FIFTEEN_MINUTES, 0, answered.plus(WINDOW).plusMillis(900)));
        clock.advance(Duration.ofMillis(50));
        budget().correct(
                        budgetKey,
                        said(FIFTEEN_MINUTES, 0, answered.plus(WINDOW).plusMillis(900)));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(exhaustedUntil(answered.plus(WINDOW)));
    }

    @Test
    void whenXRoundsDownTheWindowStillEndsWhenItDoes() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 1, 0, 0);
        take(budgetKey, 1);
        Instant floored = Orders.START.plus(WINDOW).minusMillis(900);

        // When
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 0, floored));
        clock.advance(Duration.ofMinutes(5));
        budget().correct(budgetKey, said(FIFTEEN_MINUTES, 0, floored));

        // Then
        assertThat(budget().take(budgetKey)).isEqualTo(exhaustedUntil(Orders.START.plus(WINDOW)));
    }

    @Test
    void whoLooksTakesNothing() {
        // Given
        BudgetKey budgetKey = budgetKey("main", 3, 5, 0);
        BudgetState before = budget().look(budgetKey);
        take(budgetKey, 2);
        budget().close(budgetKey, Orders.START.plusSeconds(60));

        // When
        BudgetState state = budget().look(budgetKey);

        // Then
        assertThat(before)
                .isEqualTo(new BudgetState(
                        List.of(new WindowState("short", 3, 3, WINDOW, null), new WindowState("day", 5, 5, DAY, null)),
                        null));
        assertThat(state)
                .isEqualTo(new BudgetState(
                        List.of(
                                new WindowState("short", 3, 1, WINDOW, Orders.START.plus(WINDOW)),
                                new WindowState("day", 5, 3, DAY, Orders.START.plus(DAY))),
                        Orders.START.plusSeconds(60)));
        assertThat(budget().look(budgetKey)).isEqualTo(state);
    }

    @Test
    void whatIsCountedApartIsTakenApart() {
        // Given
        BudgetKey messages = budgetKey("main", 1, 0, 0);
        BudgetKey lookups = new BudgetKey(app, "main", CallKind.LOOKUPS, Limits.ofWindow(1, WINDOW));
        take(messages, 1);

        // When
        TakeResult answer = budget().take(lookups);

        // Then
        assertThat(answer).isEqualTo(TAKEN);
        assertThat(budget().take(lookups)).isEqualTo(exhaustedUntil(Orders.START.plus(WINDOW)));
    }

    BudgetKey budgetKey(String account, long perWindow, long perDay, long perDayOfApp) {
        return new BudgetKey(app, account, CallKind.MESSAGES, new Limits(perWindow, WINDOW, perDay, perDayOfApp));
    }

    private static BudgetKey named(BudgetKey budgetKey, String message) {
        BudgetKey.Message before = Objects.requireNonNull(budgetKey.message());
        return budgetKey.of(message(before.recipient(), before.perHour(), message), message + "/0");
    }

    static BudgetKey.Message message(UserId recipient, long perHour, String name) {
        return new BudgetKey.Message(recipient, perHour, name);
    }

    private List<TakeResult> takeEach(BudgetKey budgetKey, String... messages) {
        return Stream.of(messages)
                .map(message -> budget().take(named(budgetKey, message)))
                .toList();
    }

    private List<TakeResult> take(BudgetKey budgetKey, int times) {
        return IntStream.range(0, times).mapToObj(_ -> budget().take(budgetKey)).toList();
    }

    private static TakeResult exhaustedUntil(Instant until) {
        return new TakeResult.ExhaustedUntil(until);
    }

    private static RateLimits said(RateLimit.Window window, long remaining, Instant reset) {
        return new RateLimits(List.of(new RateLimit(window, 99, remaining, reset)));
    }
}
