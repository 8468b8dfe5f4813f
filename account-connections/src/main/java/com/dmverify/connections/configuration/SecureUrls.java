package com.dmverify.connections.configuration;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses URLs over which passwords, cookies and tokens would be sent in clear text.
 *
 * @param demonstration whether {@code dm-verify.demo} is set: then http is allowed
 */
record SecureUrls(boolean demonstration) {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(?:\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /**
     * The given URL.
     *
     * @param property its name, for the error
     * @throws IllegalArgumentException if it is not absolute, or neither https nor allowed to be http
     */
    URI checked(String property, URI address) {
        if (address.getHost() == null || address.getUserInfo() != null) {
            throw new IllegalArgumentException(
                    property + " must be an absolute URL without a password, such as https://dm.example.com");
        }
        if (isTls(address) || ("http".equals(scheme(address)) && (demonstration || isLoopback(address)))) {
            return address;
        }
        throw new IllegalArgumentException(property + " must begin with https://, because passwords, cookies and tokens"
                + " are sent there. http:// is allowed for localhost, 127.0.0.1 and with dm-verify.demo");
    }

    static boolean isTls(URI address) {
        return "https".equals(scheme(address));
    }

    private static boolean isLoopback(URI address) {
        return LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** Schemes are case-insensitive (RFC 3986 section 3.1). */
    private static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }
}
