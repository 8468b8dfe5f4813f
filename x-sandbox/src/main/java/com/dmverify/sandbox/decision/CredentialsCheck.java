package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.signature.OAuthHeader;
import org.springframework.stereotype.Component;

/** Who is calling? */
@Component
class CredentialsCheck {

    private static final String BEARER = "Bearer ";

    private final SignedCredentials signed;
    private final BearerCredentials bearer;

    CredentialsCheck(SignedCredentials signed, BearerCredentials bearer) {
        this.signed = signed;
        this.bearer = bearer;
    }

    void examine(Attempt attempt) {
        String header = attempt.call().header("authorization").orElse("");
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            attempt.caller(
                    bearer.caller(attempt, header.substring(BEARER.length()).strip()));
        } else {
            OAuthHeader oauth =
                    OAuthHeader.parse(header).orElseThrow(() -> Refused.because(Refusal.BAD_AUTHENTICATION_DATA));
            attempt.caller(signed.caller(attempt, oauth));
        }
    }
}
