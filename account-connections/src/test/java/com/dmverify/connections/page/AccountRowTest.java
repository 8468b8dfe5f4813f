package com.dmverify.connections.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.connections.fixtures.Accounts;
import com.dmverify.connections.token.ConnectionState;
import org.junit.jupiter.api.Test;

class AccountRowTest {

    @Test
    void aRowShowsTheState() {
        AccountRow row = AccountRow.of("main", new ConnectionState.Connected("example", Accounts.START));

        assertThat(row.title()).isEqualTo("Connected as @example");
        assertThat(row.detail()).contains("20 Nov, 10:00 UTC");
        assertThat(row.canDisconnect()).isTrue();
    }

    @Test
    void aRowShowsWhyAReconnectIsNeeded() {
        AccountRow row = AccountRow.of("main", new ConnectionState.ReconnectNeeded("X says no", Accounts.START));

        assertThat(row.detail()).contains("X says no", "20 Nov, 10:00 UTC");
        assertThat(AccountRow.of("main", new ConnectionState.ReconnectNeeded("X says no", null))
                        .detail())
                .isEqualTo("X says no.");
    }

    @Test
    void aRowShowsWhenTheRefreshIsTriedAgain() {
        AccountRow row = AccountRow.of(
                "main",
                new ConnectionState.RefreshFailing(
                        "example", Accounts.START, "x answered 503", Accounts.START.plusSeconds(3600)));

        assertThat(row.detail()).contains("20 Nov, 10:00 UTC", "X answered 503", "20 Nov, 11:00 UTC");
    }

    @Test
    void anAccountNameIsEncodedInThePath() {
        assertThat(AccountRow.of("a/b ü", new ConnectionState.NotConnected()).path())
                .isEqualTo("a%2Fb%20%C3%BC");
    }
}
