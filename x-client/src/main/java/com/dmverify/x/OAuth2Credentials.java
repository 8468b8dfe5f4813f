package com.dmverify.x;

import java.util.function.Supplier;

/**
 * An app acting for an account with an OAuth 2.0 access token of two hours: v2 only.
 *
 * @param accessToken gives the token that is valid now; asked before every call. Refreshing is its business: X's refresh
 *     tokens are single-use. If it throws, the call is {@code Unavailable}
 */
public record OAuth2Credentials(Supplier<String> accessToken) implements Credentials {

    @Override
    public String toString() {
        return "OAuth2Credentials[masked]";
    }
}
