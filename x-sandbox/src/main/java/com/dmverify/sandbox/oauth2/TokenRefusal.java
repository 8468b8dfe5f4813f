package com.dmverify.sandbox.oauth2;

import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;

/** How the token endpoint says no (RFC 6749 section 5.2, with X's texts). */
final class TokenRefusal {

    private TokenRefusal() {}

    static Refused missing(String parameter) {
        return badRequest("invalid_request", "Missing required parameter [" + parameter + "].");
    }

    static Refused invalidCode() {
        return badRequest("invalid_request", "Value passed for the authorization code was invalid.");
    }

    static Refused invalidToken() {
        return badRequest("invalid_request", "Value passed for the token was invalid.");
    }

    static Refused unsupported(String grantType) {
        return badRequest(
                "unsupported_grant_type", "Value passed for the grant_type [" + grantType + "] is not supported.");
    }

    static Refused noSuchClient() {
        return refusal(401, "invalid_client", "Value passed for the client_id was invalid.");
    }

    /** A confidential app that does not show its secret, or a wrong one. */
    static Refused unauthorized() {
        return refusal(401, "unauthorized_client", "Missing valid authorization header");
    }

    private static Refused badRequest(String error, String description) {
        return refusal(400, error, description);
    }

    private static Refused refusal(int status, String error, String description) {
        return Refused.with(status, Fields.of("error", error).with("error_description", description));
    }
}
