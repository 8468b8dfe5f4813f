package com.dmverify.sender.cast;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Allowances;
import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.account.Metering;
import com.dmverify.sender.account.XDoors;
import com.dmverify.sender.budget.InMemoryCallBudget;
import com.dmverify.sender.budget.Limits;
import com.dmverify.sender.dispatch.Dispatcher;
import com.dmverify.sender.dispatch.DoubtJournal;
import com.dmverify.sender.dispatch.Memory;
import com.dmverify.sender.ledger.InMemorySentLedger;
import com.dmverify.sender.optout.InMemoryOptOuts;
import com.dmverify.sender.overview.InMemoryOverviewStore;
import com.dmverify.sender.overview.Surveys;
import com.dmverify.sender.patience.BackOff;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.recipient.Recipients;
import com.dmverify.sender.sighting.InMemorySightings;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.ClockOffset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A dispatcher with everything that it needs, in memory: one account with two messages in a quarter of an hour. */
public final class Desk {

    public static final Duration LEASE = Duration.ofSeconds(60);
    public static final Duration GRACE = Duration.ofSeconds(5);
    public static final Duration WINDOW = Duration.ofMinutes(15);
    public static final Duration THROTTLED = Duration.ofMinutes(1);
    public static final int MOST_ATTEMPTS = 4;
    public static final int READS = 5;
    public static final int LOOKUPS = 50;
    public static final int LISTS = 15;
    public static final Duration HANDLE_MEMORY = Duration.ofSeconds(60);
    public static final int PER_PERSON = 5;

    /** From one overview to the next. */
    public static final Duration TURN = WINDOW.dividedBy(2L * LISTS);

    private static Allowances allowances(long messages) {
        return Allowances.of(
                "app",
                Orders.ACCOUNT,
                ApiVersion.V2,
                new Allowances.Sizes(
                        new Limits(messages, WINDOW, 0, 0),
                        Limits.ofWindow(LOOKUPS, WINDOW),
                        Limits.ofWindow(READS, WINDOW),
                        Limits.ofWindow(LISTS, WINDOW),
                        PER_PERSON));
    }

    public final HandClock clock = new HandClock();
    public final PlayedX x = new PlayedX(clock);
    public final InMemorySentLedger ledger = new InMemorySentLedger(clock, LEASE);
    public final InMemoryOptOuts optOuts = new InMemoryOptOuts();
    public final AtomicReference<@Nullable String> uninformed = new AtomicReference<>();
    public final InMemorySightings sightings = new InMemorySightings();
    public final List<DoubtJournal.Settled> doubts = new ArrayList<>();
    public final InMemoryCallBudget budget = new InMemoryCallBudget(clock);
    public final InMemoryOverviewStore overviews = new InMemoryOverviewStore();
    public final Surveys surveys = new Surveys(overviews, new CodeFingerprints("ring"), budget, clock);
    public final AtomicReference<@Nullable ClockOffset> clockOffset =
            new AtomicReference<>(new ClockOffset(Duration.ZERO, Duration.ofSeconds(1)));
    public final Account account;
    public final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), MOST_ATTEMPTS);
    public final Patience patience =
            new Patience(backOff, THROTTLED, GRACE, Duration.ofMinutes(10), Duration.ofSeconds(10));
    public final Accounts accounts;
    public final Dispatcher dispatcher;

    /** Of an account whom X knows. */
    public Desk() {
        this(true);
    }

    /** @param introduced whether X said already whose credentials the account has */
    public Desk(boolean introduced) {
        this(introduced, 2);
    }

    private Desk(boolean introduced, long messages) {
        Allowances allowances = allowances(messages);
        Account.Persona persona = new Account.Persona("Example", PlayedX.BRAND, new CodeFingerprints("app-secret"));
        XDoors doors = new XDoors(x, x, PlayedX.BRAND, () -> Optional.ofNullable(clockOffset.get()))
                .metered(new Metering(budget, clock, THROTTLED), allowances);
        Breaker breaker = new Breaker(clock, new Breaker.Pauses(Duration.ofSeconds(5), Duration.ofMinutes(2)));
        account = new Account(Orders.ACCOUNT, persona, allowances, doors, breaker);
        accounts = new Accounts(List.of(account));
        Recipients recipients = new Recipients(clock, HANDLE_MEMORY, true);
        Memory memory = new Memory(
                ledger, budget, recipients, sightings, surveys, optOuts, () -> Optional.ofNullable(uninformed.get()));
        dispatcher = Dispatcher.with(accounts, Keys.codes(), memory, patience, (_, how) -> doubts.add(how), clock);
        if (introduced) {
            account.x().identity().ask();
        }
    }

    /** Of an account that may send as much as it likes. */
    public static Desk unlimited() {
        return new Desk(true, 0);
    }
}
