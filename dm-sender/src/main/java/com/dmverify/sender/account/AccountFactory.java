package com.dmverify.sender.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.sender.ratelimit.AccountBudgets;
import com.dmverify.sender.ratelimit.RateLimiter;
import com.dmverify.x.ApiVersion;
import com.dmverify.x.TokenSource;
import com.dmverify.x.UserId;
import com.dmverify.x.XClient;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Makes the accounts of the configuration, each with its own client of X. One that cannot work harms no other. */
final class AccountFactory implements AutoCloseable {

    private static final int APP_NAME_BYTES = 6;

    /** X gives this id to no user. */
    private static final UserId NO_USER = new UserId("0");

    private final XProperties x;
    private final Breaker.Pauses pauses;
    private final RateLimiter rateLimiter;
    private final Function<String, TokenSource> connected;
    private final Clock clock;
    private final List<XClient> clients = new ArrayList<>();

    AccountFactory(
            XProperties x,
            Breaker.Pauses pauses,
            RateLimiter rateLimiter,
            Function<String, TokenSource> connected,
            Clock clock) {
        this.x = x;
        this.pauses = pauses;
        this.rateLimiter = rateLimiter;
        this.connected = connected;
        this.clock = clock;
    }

    Accounts accounts(AccountsProperties configured, long dmsPerPersonHour) {
        return new Accounts(configured.accounts().entrySet().stream()
                .map(entry -> account(entry.getKey(), entry.getValue(), dmsPerPersonHour))
                .toList());
    }

    private Account account(String name, AccountProperties account, long dmsPerPersonHour) {
        try {
            return sound(name, account, dmsPerPersonHour);
        } catch (IllegalArgumentException e) {
            return unsound(name, "dm-verify.accounts." + name + ": " + e.getMessage());
        }
    }

    private Account sound(String name, AccountProperties account, long dmsPerPersonHour) {
        UserId user = account.user();
        SenderIdentity identity =
                new SenderIdentity(account.spokenName(), user, account.fingerprints(), account.offersReplies());
        AccountBudgets budgets = AccountBudgets.of(
                app(account), name, account.apiVersion(), account.limits().sizes(dmsPerPersonHour));
        XClient client = XClient.builder()
                .baseUrl(Objects.requireNonNullElse(account.baseUrl(), x.baseUrl()))
                .credentials(account.credentials(() -> connected.apply(name)))
                .timeouts(x.timeouts())
                .clock(clock)
                .build();
        clients.add(client);
        XApi api = XApi.limited(
                client.directMessages(account.apiVersion()),
                client.users(account.apiVersion()),
                user,
                client::clockOffset,
                new XApi.Limits(rateLimiter, budgets));
        return new Account(name, identity, budgets, api, new Breaker(clock, pauses));
    }

    /** An account that cannot work. Its health, and the reports of its orders, say what is wrong; other accounts go on. */
    private Account unsound(String name, String why) {
        SenderIdentity identity = new SenderIdentity(name, NO_USER, null);
        AccountBudgets budgets = AccountBudgets.of("none", name, ApiVersion.V2, AccountBudgets.Sizes.unlimited());
        return new Account(
                name,
                identity,
                budgets,
                XApi.misconfigured(why, NO_USER, new XApi.Limits(rateLimiter, budgets)),
                new Breaker(clock, pauses));
    }

    /** Accounts of the same app share a daily limit; the app's key itself need not stand in Redis. */
    private static String app(AccountProperties account) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(account.app().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, APP_NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        clients.forEach(XClient::close);
    }
}
