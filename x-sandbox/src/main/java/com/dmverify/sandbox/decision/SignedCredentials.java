package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.access.UserToken;
import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.signature.Signatures;
import org.springframework.stereotype.Component;

/** Identifies the caller by an OAuth 1.0a signature. Codes: 32 unknown or invalid, 135 time, 32 used nonce, 89 revoked. */
@Component
class SignedCredentials {

    private final Apps apps;
    private final UserTokens tokens;
    private final People people;
    private final Signatures signatures;
    private final ClockCheck clock;
    private final Faults faults;

    SignedCredentials(
            Apps apps, UserTokens tokens, People people, Signatures signatures, ClockCheck clock, Faults faults) {
        this.apps = apps;
        this.tokens = tokens;
        this.people = people;
        this.signatures = signatures;
        this.clock = clock;
        this.faults = faults;
    }

    Caller caller(ApiRequest request, OAuthHeader header) {
        App app = apps.byConsumerKey(header.get("oauth_consumer_key")).orElseThrow(SignedCredentials::unknown);
        UserToken token = tokens.find(header.get("oauth_token"))
                .filter(found -> found.app().id().equals(app.id()))
                .orElseThrow(SignedCredentials::unknown);
        verify(request, header, app, token.secret());
        if (token.revoked() || faults.take(FaultName.EXPIRED_TOKEN_89, request).isPresent()) {
            throw ApiException.of(ApiError.INVALID_TOKEN);
        }
        Person user = people.byId(token.userId()).orElseThrow(SignedCredentials::unknown);
        return new Caller(app, user, token.permission(), null);
    }

    private void verify(ApiRequest request, OAuthHeader header, App app, String tokenSecret) {
        if (!signatures.isValid(request.call(), header, app.consumerSecret(), tokenSecret)) {
            throw unknown();
        }
        clock.examine(request, header);
        if (header.get("oauth_nonce").isEmpty() || !signatures.isFirstUse(header)) {
            throw unknown();
        }
    }

    private static ApiException unknown() {
        return ApiException.of(ApiError.COULD_NOT_AUTHENTICATE);
    }
}
