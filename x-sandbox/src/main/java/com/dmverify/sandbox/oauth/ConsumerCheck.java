package com.dmverify.sandbox.oauth;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.signature.Signatures;
import com.dmverify.sandbox.wire.Call;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Calls that an app signs before it has a user's token: 215, 32, 135 and a used nonce, as everywhere. */
@Component
class ConsumerCheck {

    private final Apps apps;
    private final Signatures signatures;
    private final Clock clock;

    ConsumerCheck(Apps apps, Signatures signatures, Clock clock) {
        this.apps = apps;
        this.signatures = signatures;
        this.clock = clock;
    }

    OAuthHeader header(Call call) {
        return call.header("authorization")
                .flatMap(OAuthHeader::parse)
                .orElseThrow(() -> Refused.because(Refusal.BAD_AUTHENTICATION_DATA));
    }

    App app(OAuthHeader header) {
        return apps.byConsumerKey(header.get("oauth_consumer_key")).orElseThrow(ConsumerCheck::unknown);
    }

    /** {@code tokenSecret} is empty where there is no token yet. */
    void verify(Call call, OAuthHeader header, App app, String tokenSecret) {
        if (!signatures.isRight(call, header, app.consumerSecret(), tokenSecret)) {
            throw unknown();
        }
        if (!signatures.isTimely(header, clock.instant())) {
            throw Refused.because(Refusal.TIMESTAMP_OUT_OF_BOUNDS);
        }
        if (header.get("oauth_nonce").isEmpty() || !signatures.isFresh(header)) {
            throw unknown();
        }
    }

    static Refused unknown() {
        return Refused.because(Refusal.COULD_NOT_AUTHENTICATE);
    }
}
