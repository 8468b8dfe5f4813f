package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.cast.HandClock;
import com.dmverify.connections.token.ConnectionState;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void saysHowAnAccountStands() {
        Row row = Row.of("main", new ConnectionState.Connected("example", HandClock.START));

        assertThat(row.title()).isEqualTo("Connected as @example");
        assertThat(row.detail()).isEqualTo("Until 20 Nov, 10:00 UTC; renewed by itself before.");
        assertThat(row.leave()).isTrue();
    }

    @Test
    void saysWhyAReconnectIsNeeded() {
        Row row = Row.of("main", new ConnectionState.ReconnectNeeded("X says no", HandClock.START));

        assertThat(row.detail()).isEqualTo("X says no. Since 20 Nov, 10:00 UTC.");
        assertThat(Row.of("main", new ConnectionState.ReconnectNeeded("X says no", null))
                        .detail())
                .isEqualTo("X says no.");
    }

    @Test
    void saysWhenARenewalIsTriedAgain() {
        Row row = Row.of(
                "main",
                new ConnectionState.Troubled(
                        "example", HandClock.START, "x answered 503", HandClock.START.plusSeconds(3600)));

        assertThat(row.detail()).isEqualTo("Until 20 Nov, 10:00 UTC. X answered 503. Tried again 20 Nov, 11:00 UTC.");
    }

    @Test
    void anyNameMakesAPath() {
        assertThat(Row.of("a/b ü", new ConnectionState.NotConnected()).path()).isEqualTo("a%2Fb%20%C3%BC");
    }
}
