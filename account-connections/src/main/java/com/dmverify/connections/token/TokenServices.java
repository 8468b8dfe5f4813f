package com.dmverify.connections.token;

import com.dmverify.connections.connection.RefreshPolicy;
import com.dmverify.connections.store.ConnectionStore;
import com.dmverify.connections.x.XAuthorizationServer;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The services and settings that the tokens of all accounts share.
 *
 * @param policy when tokens are refreshed
 * @param syncInterval how often the store is read
 * @param rejectionGrace a token that X refuses within this time after its issue is not refreshed for that, because the
 *     cause is another one
 */
public record TokenServices(
        ConnectionStore store,
        XAuthorizationServer x,
        InstantSource clock,
        RefreshPolicy policy,
        Duration syncInterval,
        Duration rejectionGrace) {}
