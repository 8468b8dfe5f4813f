package com.dmverify.sender.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.events.DmReason;
import com.dmverify.local.testing.MutableClock;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.account.SenderIdentity;
import com.dmverify.sender.account.XApi;
import com.dmverify.sender.fixture.Orders;
import com.dmverify.sender.fixture.PlayedX;
import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.sender.ratelimit.InMemoryCallBudget;
import com.dmverify.sender.ratelimit.Limits;
import com.dmverify.sender.ratelimit.RateLimiter;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.UserId;
import com.dmverify.x.XError;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class AccountsHealthIndicatorTest {

    private final MutableClock clock = MutableClock.at(Orders.START);
    private final Account good = account("good");
    private final Account bad = account("bad");
    private final AccountsHealthIndicator health = new AccountsHealthIndicator(new Accounts(List.of(good, bad)));

    @Test
    void allIsWellWhileXLetsEverybodySend() {
        assertThat(health.health())
                .isEqualTo(Health.up()
                        .withDetail("bad", "sending")
                        .withDetail("good", "sending")
                        .build());
    }

    @Test
    void anAccountInTroubleIsExplainedAndTakesNobodyDown() {
        // When
        bad.breaker().trip(DmReason.SENDER_RESTRICTED, "temporarily locked");

        // Then
        Health troubled = health.health();
        assertThat(troubled.getStatus().getCode()).isEqualTo("BLOCKED");
        assertThat(troubled.getDetails().get("good")).isEqualTo("sending");
        assertThat(troubled.getDetails().get("bad"))
                .isEqualTo(Map.of(
                        "reason", "sender_restricted",
                        "x_says", "temporarily locked",
                        "since", "2026-11-20T10:00:00Z",
                        "next_try", "2026-11-20T10:00:05Z"));
    }

    @Test
    void anAccountIsSuspectUntilXAcceptsAMessage() {
        MeterRegistry meters = new SimpleMeterRegistry();
        var _ = new SenderMetrics(meters, new Accounts(List.of(good, bad)));
        var suspects =
                meters.get("dm.sender.account.suspect").tag("account", "bad").gauge();

        // When
        bad.suspicion().refused(new UserId("1"), new XError.UnclearRefusal("not permitted", 403));

        // Then
        assertThat(health.health().getDetails().get("bad")).asString().contains("suspect");
        assertThat(suspects.value()).isEqualTo(1);
        bad.works(new UserId("2"));
        assertThat(health.health().getDetails().get("bad")).isEqualTo("sending");
        assertThat(suspects.value()).isZero();
        assertThat(meters.get("dm.sender.account.refused.persons")
                        .tag("account", "bad")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private Account account(String name) {
        PlayedX x = new PlayedX(clock);
        Limits limits = Limits.ofWindow(15, Duration.ofMinutes(15));
        Breaker.Pauses pauses = new Breaker.Pauses(Duration.ofSeconds(5), Duration.ofMinutes(2));
        AccountBudgets budgets =
                AccountBudgets.of("app", name, ApiVersion.V2, new AccountBudgets.Sizes(limits, limits, limits, limits));
        RateLimiter limiter = new RateLimiter(new InMemoryCallBudget(clock), clock, Duration.ofMinutes(1));
        return new Account(
                name,
                new SenderIdentity("Example", PlayedX.BRAND, null),
                budgets,
                XApi.limited(x, x, PlayedX.BRAND, Optional::empty, new XApi.Limits(limiter, budgets)),
                new Breaker(clock, pauses));
    }
}
