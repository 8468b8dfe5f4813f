package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PasswordFailuresTest {

    private static final InetSocketAddress ADDRESS = address("192.0.2.1");
    private static final InetSocketAddress OTHER = address("192.0.2.2");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    private final PasswordFailures failures =
            new PasswordFailures(new LockoutPolicy(3, MINUTE, Duration.ofMinutes(3)), nanoTime::get);

    @Test
    void theThirdWrongPasswordLocksOutOnlyThisAddress() {
        fail(ADDRESS, 3);

        assertThat(failures.begin(ADDRESS)).contains(MINUTE);
        assertThat(failures.begin(OTHER)).isEmpty();
    }

    @Test
    void parallelAttemptsAreCountedAtTheirStart() {
        assertThat(failures.begin(ADDRESS)).isEmpty();
        assertThat(failures.begin(ADDRESS)).isEmpty();
        assertThat(failures.begin(ADDRESS)).isEmpty();
        assertThat(failures.begin(ADDRESS)).isPresent();
    }

    @Test
    void aRightPasswordResetsTheCount() {
        fail(ADDRESS, 2);
        failures.begin(ADDRESS);
        failures.succeeded(ADDRESS);

        fail(ADDRESS, 2);
        assertThat(failures.begin(ADDRESS)).isEmpty();
    }

    @Test
    void eachFurtherFailureDoublesTheLockOutUpToTheLongest() {
        fail(ADDRESS, 3);
        for (Duration expected :
                new Duration[] {MINUTE.multipliedBy(2), MINUTE.multipliedBy(3), MINUTE.multipliedBy(3)}) {
            nanoTime.addAndGet(Duration.ofMinutes(4).toNanos());
            assertThat(failures.begin(ADDRESS)).isEmpty();
            assertThat(failures.begin(ADDRESS)).contains(expected);
        }
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() {
        fail(address("2001:db8:1:2::1"), 3);

        assertThat(failures.begin(address("2001:db8:1:2:ffff::9"))).isPresent();
        assertThat(failures.begin(address("2001:db8:1:3::1"))).isEmpty();
    }

    @Test
    void unknownAddressesShareOneCount() {
        fail(null, 3);

        assertThat(failures.begin(InetSocketAddress.createUnresolved("somewhere.example", 1)))
                .isPresent();
    }

    @Test
    void theMemoryIsBounded() {
        fail(ADDRESS, 3);
        for (int i = 0; i < 10_000; i++) {
            failures.begin(address("198.18." + i / 256 + "." + i % 256));
        }

        assertThat(failures.begin(ADDRESS)).isEmpty();
    }

    private void fail(InetSocketAddress address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(failures.begin(address)).isEmpty();
        }
    }

    private static InetSocketAddress address(String host) {
        return new InetSocketAddress(host, 40_000);
    }
}
