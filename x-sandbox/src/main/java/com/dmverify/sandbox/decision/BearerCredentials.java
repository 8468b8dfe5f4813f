package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.BearerToken;
import com.dmverify.sandbox.access.BearerTokens;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import org.springframework.stereotype.Component;

/** Bearer tokens: of an app alone, or of a user by OAuth 2.0 (v2 only). */
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

    Caller caller(Attempt attempt, String presented) {
        BearerToken token = tokens.find(presented).orElseThrow(BearerCredentials::unauthorized);
        if (faults.take(FaultName.EXPIRED_TOKEN_89, attempt).isPresent()) {
            throw unauthorized();
        }
        Long userId = token.userId();
        if (userId == null) {
            return new Caller(token.app(), null, Permission.READ, null);
        }
        if (attempt.endpoint().isV1()) {
            throw unauthorized();
        }
        Person user = people.byId(userId).orElseThrow(BearerCredentials::unauthorized);
        return new Caller(token.app(), user, Permission.DIRECT_MESSAGES, token.scopes());
    }

    private static Refused unauthorized() {
        return Refused.because(Refusal.UNAUTHORIZED_BEARER);
    }
}
