package com.dmverify.sandbox.oauth1;

import com.dmverify.sandbox.access.App;
import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.signature.OAuthHeader;
import com.dmverify.sandbox.signature.Signatures;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Checks calls that an app signs without a user's token. Codes: 215, 32, 135, and 32 for a used nonce. */
@Component
class AppSignatureCheck {

    private final Apps apps;
    private final Signatures signatures;
    private final Clock clock;

    AppSignatureCheck(Apps apps, Signatures signatures, Clock clock) {
        this.apps = apps;
        this.signatures = signatures;
        this.clock = clock;
    }

    OAuthHeader header(Call call) {
        return call.header("authorization")
                .flatMap(OAuthHeader::parse)
                .orElseThrow(() -> ApiException.of(ApiError.BAD_AUTHENTICATION_DATA));
    }

    App app(OAuthHeader header) {
        return apps.byConsumerKey(header.get("oauth_consumer_key")).orElseThrow(AppSignatureCheck::unknown);
    }

    /** Checks the signature; {@code tokenSecret} is empty without a token. */
    void verify(Call call, OAuthHeader header, App app, String tokenSecret) {
        if (!signatures.isValid(call, header, app.consumerSecret(), tokenSecret)) {
            throw unknown();
        }
        if (!signatures.isCurrent(header, clock.instant())) {
            throw ApiException.of(ApiError.TIMESTAMP_OUT_OF_BOUNDS);
        }
        if (header.get("oauth_nonce").isEmpty() || !signatures.isFirstUse(header)) {
            throw unknown();
        }
    }

    static ApiException unknown() {
        return ApiException.of(ApiError.COULD_NOT_AUTHENTICATE);
    }
}
