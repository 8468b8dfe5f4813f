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
 * The one table of what X's token endpoint says. A 400 with an OAuth error (RFC 6749 §5.2) is a word about the token; X answers
 * {@code invalid_request} where the RFC has {@code invalid_grant}. Messages of exceptions are never passed on: they may quote
 * what was sent or received.
 */
final class Refusals {

    /** Nothing was written yet. */
    private static final List<Class<? extends Exception>> BEFORE_THE_REQUEST = List.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class);

    /** Words about the app, not about the token: it keeps its worth. */
    private static final List<String> ABOUT_THE_APP = List.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE);

    private Refusals() {}

    static RenewalAnswer read(OAuth2AuthorizationException refusal) {
        Throwable cause = refusal.getCause();
        if (cause == null) {
            return words(refusal.getError());
        }
        RestClientResponseException answer = find(cause, RestClientResponseException.class);
        if (answer != null) {
            return status(answer.getStatusCode());
        }
        boolean before = BEFORE_THE_REQUEST.stream().anyMatch(type -> find(cause, type) != null);
        return before
                ? new RenewalAnswer.NotDone("X is not reachable")
                : new RenewalAnswer.Unknown("X's answer did not arrive or cannot be read");
    }

    private static RenewalAnswer words(OAuth2Error error) {
        String code = error.getErrorCode();
        String description = error.getDescription();
        String said = description == null ? code : code + " (" + description.replaceFirst("\\.$", "") + ")";
        return switch (code) {
            // The library's word for a 200 without tokens.
            case "invalid_token_response" -> new RenewalAnswer.Unknown("X answered without tokens");
            case OAuth2ErrorCodes.SERVER_ERROR -> new RenewalAnswer.Unknown("X says " + said);
            default ->
                ABOUT_THE_APP.contains(code)
                        ? new RenewalAnswer.NotDone("X says " + said)
                        : new RenewalAnswer.Refused("X says " + said);
        };
    }

    private static RenewalAnswer status(HttpStatusCode status) {
        String said = "X answered " + status.value();
        if (!status.is4xxClientError()) {
            return new RenewalAnswer.Unknown(said);
        }
        return switch (status.value()) {
            // A 400 whose body is not the error of RFC 6749: not from the token endpoint, so no word about the token.
            case 401, 403 -> new RenewalAnswer.NotDone(said + ": does it know this app's client id and secret?");
            default -> new RenewalAnswer.NotDone(said);
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
