package com.dmverify.sandbox.access;

import java.util.List;

/**
 * A developer's app. Its secrets sign requests, challenges and deliveries; {@code toString} shows none of them.
 *
 * @param id the numeric id in {@code source_app_id} of events
 * @param callbacks the registered callback addresses
 */
public record App(
        String id,
        String name,
        String consumerKey,
        String consumerSecret,
        OAuth2Client client,
        Permission permission,
        List<String> callbacks) {

    /** A callback entry that allows every loopback address on any port. */
    public static final String LOOPBACK = "loopback";

    public App {
        callbacks = List.copyOf(callbacks);
    }

    /** Whether this is a registered callback address; compared exactly, as X does. */
    public boolean isCalledBackAt(String address) {
        return callbacks.contains(address) || (callbacks.contains(LOOPBACK) && LoopbackAddress.is(address));
    }

    @Override
    public String toString() {
        return "App[id=" + id + ", name=" + name + "]";
    }
}
