package com.dmverify.connections.x;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.client.RestClientResponseException;

/**
 * Maps errors of X's token endpoint. A 400 with an OAuth error (RFC 6749 §5.2) concerns the token; X answers
 * {@code invalid_request} where the RFC has {@code invalid_grant}. Messages of exceptions are never passed on, because
 * they may quote the request or the response.
 */
final class TokenErrors {

    /** Failures before the request was sent. */
    private static final List<Class<? extends Exception>> BEFORE_THE_REQUEST = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class);

    /** Errors of the app. The token stays valid. */
    private static final List<String> ABOUT_THE_APP = List.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);

    private TokenErrors() {}

    static RefreshResult read(OAuth2AuthorizationException error) {
        Throwable cause = error.getCause();
        if (cause == null) {
            return oauthError(error.getError());
        }
        RestClientResponseException answer = find(cause, RestClientResponseException.class);
        if (answer != null) {
            return status(answer.getStatusCode());
        }
        boolean before = BEFORE_THE_REQUEST.stream().anyMatch(type -> find(cause, type) != null);
        return before
                ? new RefreshResult.NotDone("X is not reachable")
                : new RefreshResult.Unknown("X's response was lost or is unreadable");
    }

    private static RefreshResult oauthError(OAuth2Error error) {
        String code = error.getErrorCode();
        String description = error.getDescription();
        String message = description == null ? code : code + " (" + description.replaceFirst("\\.$", "") + ")";
        return switch (code) {
            // The library's code for a 200 without tokens.
            case "invalid_token_response" -> new RefreshResult.Unknown("X answered without tokens");
            case OAuth2ErrorCodes.SERVER_ERROR -> new RefreshResult.Unknown("X says " + message);
            default ->
                ABOUT_THE_APP.contains(code)
                        ? new RefreshResult.NotDone("X says " + message)
                        : new RefreshResult.Refused("X says " + message);
        };
    }

    private static RefreshResult status(HttpStatusCode status) {
        String message = "X answered " + status.value();
        if (!status.is4xxClientError()) {
            return new RefreshResult.Unknown(message);
        }
        return switch (status.value()) {
            // A status without an error of RFC 6749 is not from the token endpoint, so the token stays valid.
            case 401, 403 -> new RefreshResult.NotDone(message + ": check client-id and client-secret of the app");
            default -> new RefreshResult.NotDone(message);
        };
    }

    private static <T> @Nullable T find(Throwable thrown, Class<T> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
