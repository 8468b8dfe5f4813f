package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.access.UserToken;
import com.dmverify.sandbox.access.UserTokens;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.people.People;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.signature.Signatures;
import org.springframework.stereotype.Component;

/** OAuth 1.0a: 32 for what is unknown or wrongly sealed, 135 for another time, 32 for a used nonce, 89 for revoked. */
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

    Caller caller(Attempt attempt, OAuthHeader header) {
        App app = apps.byConsumerKey(header.get("oauth_consumer_key")).orElseThrow(SignedCredentials::unknown);
        UserToken token = tokens.find(header.get("oauth_token"))
                .filter(found -> found.app().id().equals(app.id()))
                .orElseThrow(SignedCredentials::unknown);
        verify(attempt, header, app, token.secret());
        if (token.revoked() || faults.take(FaultName.EXPIRED_TOKEN_89, attempt).isPresent()) {
            throw Refused.because(Refusal.INVALID_TOKEN);
        }
        Person user = people.byId(token.userId()).orElseThrow(SignedCredentials::unknown);
        return new Caller(app, user, token.permission(), null);
    }

    private void verify(Attempt attempt, OAuthHeader header, App app, String tokenSecret) {
        if (!signatures.isRight(attempt.call(), header, app.consumerSecret(), tokenSecret)) {
            throw unknown();
        }
        clock.examine(attempt, header);
        if (header.get("oauth_nonce").isEmpty() || !signatures.isFresh(header)) {
            throw unknown();
        }
    }

    private static Refused unknown() {
        return Refused.because(Refusal.COULD_NOT_AUTHENTICATE);
    }
}
