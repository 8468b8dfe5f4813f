package com.dmverify.sender.account;

import com.dmverify.sender.budget.Allowance;
import com.dmverify.sender.budget.Limits;
import com.dmverify.sender.budget.Use;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What X lets one account do, each counted apart. */
public final class Allowances {

    private final Map<Use, Allowance> all;
    private final long dmsPerPersonHour;

    private Allowances(Map<Use, Allowance> all, long dmsPerPersonHour) {
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

        /** Source: X's table, {@code GET /2/users/me}. Asked at start and after troubles, so nobody needs another. */
        private static final long INTRODUCTIONS = 75;

        /** None of ours. */
        public static Sizes unlimited() {
            Limits none = Limits.ofWindow(0, Duration.ofMinutes(15));
            return new Sizes(none, none, none, none);
        }

        /** One in each part of half the window: the next is never far away, and a long storm finds some left. */
        private Limits surveys() {
            Duration half = lists.window().dividedBy(2);
            return lists.perWindow() == 0
                    ? lists
                    : Limits.ofWindow(1, half.dividedBy(Math.min(lists.perWindow(), half.toMillis())));
        }

        private Limits of(Use use) {
            return switch (use) {
                case MESSAGES -> messages;
                case LOOKUPS -> lookups;
                case READS -> reads;
                case LISTS -> lists;
                case SURVEYS -> surveys();
                case INTRODUCTIONS -> Limits.ofWindow(INTRODUCTIONS, messages.window());
            };
        }
    }

    /** The allowances of an account of this app. */
    public static Allowances of(String app, String account, ApiVersion apiVersion, Sizes sizes) {
        Map<Use, Allowance> all = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            all.put(use, new Allowance(app, account, use, sizes.of(use)));
        }
        if (apiVersion == ApiVersion.V1_1) {
            all.put(Use.LISTS, Objects.requireNonNull(all.get(Use.READS)));
        }
        return new Allowances(all, sizes.dmsPerPersonHour());
    }

    /** Messages that are sent. */
    public Allowance messages() {
        return of(Use.MESSAGES);
    }

    /** A message of this name to this person. */
    public Allowance messageTo(UserId person, String message) {
        return messages().to(person, dmsPerPersonHour, message);
    }

    /** Of this kind. v1.1 reads lists alone: there {@code LISTS} and {@code READS} are one. */
    public Allowance of(Use use) {
        return Objects.requireNonNull(all.get(use));
    }
}
