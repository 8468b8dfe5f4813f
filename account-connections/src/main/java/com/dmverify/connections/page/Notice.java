package com.dmverify.connections.page;

import com.dmverify.connections.consent.Arrival;
import org.springframework.http.HttpStatus;

/** What the page says above the accounts. */
record Notice(HttpStatus status, String text) {

    static final Notice REDIS_AWAY =
            new Notice(HttpStatus.SERVICE_UNAVAILABLE, "Redis does not answer. Nothing was changed; try again.");
    static final Notice REDIS_REFUSES = new Notice(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Redis refused a command, and will refuse it again: look into the service's log.");
    static final Notice NO_SUCH_ACCOUNT =
            new Notice(HttpStatus.NOT_FOUND, "There is no such account with OAuth 2.0 in the configuration.");

    static Notice left(String account) {
        return new Notice(
                HttpStatus.OK,
                account + " is disconnected here, but X did not confirm."
                        + " Revoke the app at x.com/settings/connected_apps too.");
    }

    /** Why a consent ended without a connection. */
    static Notice of(Arrival failed) {
        return switch (failed) {
            case Arrival.Denied(String account, String error) ->
                new Notice(HttpStatus.FORBIDDEN, account + " was not connected: X says " + error + ".");
            case Arrival.WrongAccount(String account, String expected, String consented) ->
                new Notice(
                        HttpStatus.FORBIDDEN,
                        "You consented as @" + consented + ", but " + account + " is @" + expected
                                + ". Nothing was kept. Log in to X as @" + expected + " and try again.");
            case Arrival.Failed(String account, String reason) ->
                new Notice(HttpStatus.BAD_GATEWAY, account + " was not connected: " + reason + ". Try again.");
            case Arrival.Stale _ ->
                new Notice(
                        HttpStatus.BAD_REQUEST,
                        "This way to X and back was not begun in this browser, took too long, or is over already."
                                + " Start again.");
            case Arrival.Connected(String account, String handle) ->
                new Notice(HttpStatus.OK, account + " is connected as @" + handle + ".");
        };
    }
}
