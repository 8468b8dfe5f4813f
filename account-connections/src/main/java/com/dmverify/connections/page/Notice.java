package com.dmverify.connections.page;

import com.dmverify.connections.consent.Arrival;
import org.springframework.http.HttpStatus;

/** What the page says above the accounts. */
record Notice(HttpStatus status, String text) {

    static final Notice REDIS_AWAY =
            new Notice(HttpStatus.SERVICE_UNAVAILABLE, "Redis does not answer. Nothing was changed; try again.");
    static final Notice NO_SUCH_ACCOUNT =
            new Notice(HttpStatus.NOT_FOUND, "There is no such account with OAuth 2.0 in the configuration.");

    static Notice left(String account) {
        return new Notice(
                HttpStatus.OK,
                "%s is disconnected here, but X did not confirm. Revoke the app at x.com/settings/connected_apps too."
                        .formatted(account));
    }

    /** Why the way to X and back ended without a connection. */
    static Notice of(Arrival failed) {
        return switch (failed) {
            case Arrival.Denied(String account, String error) ->
                new Notice(HttpStatus.FORBIDDEN, "%s was not connected: X says %s.".formatted(account, error));
            case Arrival.WrongAccount(String account, String expected, String consented) ->
                new Notice(
                        HttpStatus.FORBIDDEN,
                        "You consented as @%s, but %s is @%s. Nothing was kept. Log in to X as @%s and try again."
                                .formatted(consented, account, expected, expected));
            case Arrival.Failed(String account, String reason) ->
                new Notice(HttpStatus.BAD_GATEWAY, "%s was not connected: %s. Try again.".formatted(account, reason));
            case Arrival.Stale _ ->
                new Notice(
                        HttpStatus.BAD_REQUEST,
                        "This way to X and back was not begun in this browser, took too long, or is over already."
                                + " Start again.");
            case Arrival.Connected(String account, String handle) ->
                new Notice(HttpStatus.OK, "%s is connected as @%s.".formatted(account, handle));
        };
    }
}
