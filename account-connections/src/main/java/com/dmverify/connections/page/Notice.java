package com.dmverify.connections.page;

import com.dmverify.connections.consent.ConsentResult;
import org.springframework.http.HttpStatus;

/** A message above the accounts. */
record Notice(HttpStatus status, String text) {

    static final Notice REDIS_UNAVAILABLE =
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

    /** The message for the result of a consent. */
    static Notice of(ConsentResult failed) {
        return switch (failed) {
            case ConsentResult.Denied(String account, String error) ->
                new Notice(HttpStatus.FORBIDDEN, account + " was not connected: X says " + error + ".");
            case ConsentResult.WrongAccount(String account, String expected, String consented) ->
                new Notice(
                        HttpStatus.FORBIDDEN,
                        "You consented as @" + consented + ", but " + account + " is @" + expected
                                + ". Nothing was kept. Log in to X as @" + expected + " and try again.");
            case ConsentResult.Failed(String account, String reason) ->
                new Notice(HttpStatus.BAD_GATEWAY, account + " was not connected: " + reason + ". Try again.");
            case ConsentResult.Stale _ ->
                new Notice(
                        HttpStatus.BAD_REQUEST,
                        "This consent was not started in this browser, took too long, or was completed already."
                                + " Start again.");
            case ConsentResult.Connected(String account, String handle) ->
                new Notice(HttpStatus.OK, account + " is connected as @" + handle + ".");
        };
    }
}
