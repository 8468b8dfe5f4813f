package com.dmverify.x.http;

import com.dmverify.x.Answer;
import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.Credentials;
import com.dmverify.x.OAuth1Credentials;
import com.dmverify.x.OAuth2Credentials;
import com.dmverify.x.RateLimits;
import com.dmverify.x.oauth.Nonces;
import com.dmverify.x.oauth.OAuth1Signer;
import java.net.URI;
import java.time.InstantSource;

/** Selects the authorizer for the type of credentials. */
final class Authorizers {

    private Authorizers() {}

    static Authorizer of(Credentials credentials, InstantSource clock, Transport transport, URI base) {
        return switch (credentials) {
            case OAuth1Credentials keys -> signing(new OAuth1Signer(keys, clock, new Nonces()));
            case OAuth2Credentials user -> new UserToken(user);
            case AppOnlyCredentials app -> new AppToken(app, transport, base, new ResponseMapper(clock));
        };
    }

    private static Authorizer signing(OAuth1Signer signer) {
        return (call, uri, _) -> ok(
                signer.authorization(call.method().name(), uri, call.content().signed()));
    }

    private static Answer<String> ok(String header) {
        return new Answer.Ok<>(header, RateLimits.none());
    }
}
