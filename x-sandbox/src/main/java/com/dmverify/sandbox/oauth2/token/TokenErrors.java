package com.dmverify.sandbox.oauth2.token;

import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;

/** The errors of the token endpoint (RFC 6749 section 5.2, with X's texts). */
final class TokenErrors {

    private TokenErrors() {}

    static ApiException missing(String parameter) {
        return badRequest("invalid_request", "Missing required parameter [" + parameter + "].");
    }

    static ApiException invalidCode() {
        return badRequest("invalid_request", "Value passed for the authorization code was invalid.");
    }

    static ApiException invalidToken() {
        return badRequest("invalid_request", "Value passed for the token was invalid.");
    }

    static ApiException unsupported(String grantType) {
        return badRequest(
                "unsupported_grant_type", "Value passed for the grant_type [" + grantType + "] is not supported.");
    }

    static ApiException noSuchClient() {
        return error(401, "invalid_client", "Value passed for the client_id was invalid.");
    }

    /** A confidential client without its secret, or with a wrong one. */
    static ApiException unauthorized() {
        return error(401, "unauthorized_client", "Missing valid authorization header");
    }

    private static ApiException badRequest(String error, String description) {
        return error(400, error, description);
    }

    private static ApiException error(int status, String error, String description) {
        return ApiException.with(status, JsonObject.of("error", error).with("error_description", description));
    }
}
