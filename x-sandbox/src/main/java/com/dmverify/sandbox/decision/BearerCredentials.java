package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.BearerToken;
import com.dmverify.sandbox.access.BearerTokens;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.person.People;
import com.dmverify.sandbox.person.Person;
import org.springframework.stereotype.Component;

/** Identifies the caller by a bearer token: app-only, or OAuth 2.0 of a user (v2 only). */
@Component
class BearerCredentials {

    private final BearerTokens tokens;
    private final People people;
    private final Faults faults;

    BearerCredentials(BearerTokens tokens, People people, Faults faults) {
        this.tokens = tokens;
        this.people = people;
        this.faults = faults;
    }

    Caller caller(ApiRequest request, String presented) {
        BearerToken token = tokens.find(presented).orElseThrow(BearerCredentials::unauthorized);
        if (faults.take(FaultName.EXPIRED_TOKEN_89, request).isPresent()) {
            throw unauthorized();
        }
        Long userId = token.userId();
        if (userId == null) {
            return new Caller(token.app(), null, Permission.READ, null);
        }
        if (request.endpoint().isV1()) {
            throw unauthorized();
        }
        Person user = people.byId(userId).orElseThrow(BearerCredentials::unauthorized);
        return new Caller(token.app(), user, Permission.DIRECT_MESSAGES, token.scopes());
    }

    private static ApiException unauthorized() {
        return ApiException.of(ApiError.UNAUTHORIZED_BEARER);
    }
}
