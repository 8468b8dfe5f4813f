package com.dmverify.sandbox.access;

import java.util.List;

/**
 * A developer's app. Its secrets sign requests, challenges and deliveries; {@code toString} shows none of them.
 *
 * @param id the numeric id that events submit as {@code source_app_id}
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

    /** In the place of an address: every address of this very machine, on any port. */
    public static final String LOOPBACK = "loopback";

    public App {
        callbacks = List.copyOf(callbacks);
    }

    /** Whether users may be sent back there with what they granted; compared exactly, as X does. */
    public boolean isCalledBackAt(String address) {
        return callbacks.contains(address) || (callbacks.contains(LOOPBACK) && LoopbackAddress.is(address));
    }

    @Override
    public String toString() {
        return "App[id=" + id + ", name=" + name + "]";
    }
}
