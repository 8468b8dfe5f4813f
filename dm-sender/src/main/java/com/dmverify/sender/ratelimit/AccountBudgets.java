package com.dmverify.sender.ratelimit;

import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What X lets one account do, each counted apart. */
public final class AccountBudgets {

    private final Map<CallKind, BudgetKey> all;
    private final long dmsPerPersonHour;

    private AccountBudgets(Map<CallKind, BudgetKey> all, long dmsPerPersonHour) {
        this.all = all;
        this.dmsPerPersonHour = dmsPerPersonHour;
    }

    /**
     * How much of each.
     *
     * @param dmsPerPersonHour messages to one person in an hour, a limit of ours; 0 for none
     */
    public record Sizes(Limits messages, Limits lookups, Limits reads, Limits lists, long dmsPerPersonHour) {

        /** Refuses a negative limit with {@link IllegalArgumentException}. */
        public Sizes {
            if (dmsPerPersonHour < 0) {
                throw new IllegalArgumentException("dm-verify.limits.dms-per-person-hour is 0 (none) or more");
            }
        }

        /** Persons are not counted. */
        public Sizes(Limits messages, Limits lookups, Limits reads, Limits lists) {
            this(messages, lookups, reads, lists, 0);
        }

        /** Source: X's table, {@code GET /2/users/me}. Called at start and after failures alone, so it needs no property. */
        private static final long CREDENTIAL_CHECKS = 75;

        /** None of ours. */
        public static Sizes unlimited() {
            Limits none = Limits.ofWindow(0, Duration.ofMinutes(15));
            return new Sizes(none, none, none, none);
        }

        /** One in each part of half the window: the next is never far away, and a long storm finds some left. */
        private Limits snapshots() {
            Duration half = lists.window().dividedBy(2);
            return lists.perWindow() == 0
                    ? lists
                    : Limits.ofWindow(1, half.dividedBy(Math.min(lists.perWindow(), half.toMillis())));
        }

        private Limits of(CallKind use) {
            return switch (use) {
                case MESSAGES -> messages;
                case LOOKUPS -> lookups;
                case READS -> reads;
                case LISTS -> lists;
                case SNAPSHOTS -> snapshots();
                case CREDENTIAL_CHECKS -> Limits.ofWindow(CREDENTIAL_CHECKS, messages.window());
            };
        }
    }

    /** The allowances of an account of this app. */
    public static AccountBudgets of(String app, String account, ApiVersion apiVersion, Sizes sizes) {
        Map<CallKind, BudgetKey> all = new EnumMap<>(CallKind.class);
        for (CallKind use : CallKind.values()) {
            all.put(use, new BudgetKey(app, account, use, sizes.of(use)));
        }
        if (apiVersion == ApiVersion.V1_1) {
            all.put(CallKind.LISTS, Objects.requireNonNull(all.get(CallKind.READS)));
        }
        return new AccountBudgets(all, sizes.dmsPerPersonHour());
    }

    /** Messages that are sent. */
    public BudgetKey messages() {
        return of(CallKind.MESSAGES);
    }

    /**
     * A message of this name to this person.
     *
     * @param call names the call that is to send it
     */
    public BudgetKey messageTo(UserId person, String name, String call) {
        return messages().of(new BudgetKey.Message(person, dmsPerPersonHour, name), call);
    }

    /** Of this kind. v1.1 reads lists alone: there {@code LISTS} and {@code READS} are one. */
    public BudgetKey of(CallKind use) {
        return Objects.requireNonNull(all.get(use));
    }
}
