package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.signature.OAuthHeader;
import org.springframework.stereotype.Component;

/** Identifies the caller. */
@Component
class CredentialsCheck {

    private static final String BEARER = "Bearer ";

    private final SignedCredentials signed;
    private final BearerCredentials bearer;

    CredentialsCheck(SignedCredentials signed, BearerCredentials bearer) {
        this.signed = signed;
        this.bearer = bearer;
    }

    void examine(ApiRequest request) {
        String header = request.call().header("authorization").orElse("");
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            request.caller(
                    bearer.caller(request, header.substring(BEARER.length()).strip()));
        } else {
            OAuthHeader oauth =
                    OAuthHeader.parse(header).orElseThrow(() -> ApiException.of(ApiError.BAD_AUTHENTICATION_DATA));
            request.caller(signed.caller(request, oauth));
        }
    }
}
