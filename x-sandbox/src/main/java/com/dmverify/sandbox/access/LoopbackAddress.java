package com.dmverify.sandbox.access;

import java.net.URI;
import java.util.Set;

/** Recognizes loopback addresses. */
final class LoopbackAddress {

    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private LoopbackAddress() {}

    static boolean is(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getScheme() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && SCHEMES.contains(uri.getScheme())
                    && HOSTS.contains(uri.getHost());
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
