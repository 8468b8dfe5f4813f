package com.dmverify.x.error;

import static com.dmverify.x.error.Meaning.APP_MISCONFIGURED;
import static com.dmverify.x.error.Meaning.BROKEN;
import static com.dmverify.x.error.Meaning.CLOCK_SKEWED;
import static com.dmverify.x.error.Meaning.DUPLICATE;
import static com.dmverify.x.error.Meaning.OUT_OF_CREDITS;
import static com.dmverify.x.error.Meaning.REJECTED;
import static com.dmverify.x.error.Meaning.SENDER_RESTRICTED;
import static com.dmverify.x.error.Meaning.TARGET_CLOSED;
import static com.dmverify.x.error.Meaning.TARGET_SUSPENDED;
import static com.dmverify.x.error.Meaning.TARGET_UNKNOWN;
import static com.dmverify.x.error.Meaning.THROTTLED;
import static com.dmverify.x.error.Meaning.UNCLEAR;

import java.util.List;
import java.util.function.Predicate;

/**
 * The only place that knows X's error numbers, problem types and messages. The first row that matches decides, so more
 * specific rows come first.
 *
 * <p>Sources: X's pages "Response codes and errors" and "Error troubleshooting", and recorded answers where the pages
 * are silent (the two sentences of a refused DM are documented nowhere).
 */
final class ErrorTable {

    private static final List<Row> ROWS = List.of(
            // Credits of the developer account. Titles and types come first, because the statuses 403 and 429 have
            // many other meanings.
            title("CreditsDepleted", OUT_OF_CREDITS),
            title("SpendCapReached", OUT_OF_CREDITS),
            title("UsageCapExceeded", OUT_OF_CREDITS),
            type("credits", OUT_OF_CREDITS),
            type("usage-capped", OUT_OF_CREDITS),
            detail("has hit its spending limit", OUT_OF_CREDITS),
            // This recipient.
            detail("permission to DM one or more participants", TARGET_CLOSED),
            detail("users who are not following you", TARGET_CLOSED),
            detail("User has been suspended", TARGET_SUSPENDED),
            code(63, TARGET_SUSPENDED),
            code(150, TARGET_CLOSED), // does not follow us
            code(349, TARGET_CLOSED), // blocked us, or closed
            code(476, TARGET_CLOSED), // takes requests from verified accounts only
            code(13, TARGET_UNKNOWN),
            code(17, TARGET_UNKNOWN), // users/lookup matched no user
            code(50, TARGET_UNKNOWN),
            code(108, TARGET_UNKNOWN),
            resource("resource-not-found", "user", TARGET_UNKNOWN),
            resource("not-authorized-for-resource", "user", TARGET_CLOSED), // protected, or it blocked us
            // Our ids are always well-formed, so X refuses a participant only if the user does not exist.
            parameter("participant_id", TARGET_UNKNOWN),
            // Our sending account.
            type("user-suspended", SENDER_RESTRICTED),
            type("user-deactivated", SENDER_RESTRICTED),
            detail("user used for authentication is", SENDER_RESTRICTED), // suspended, deactivated
            detail("Your account is suspended", SENDER_RESTRICTED),
            detail("account is temporarily locked", SENDER_RESTRICTED),
            detail("looks like it might be automated", SENDER_RESTRICTED),
            detail("your daily limit for sending", SENDER_RESTRICTED),
            detail("This operation is not permitted.", SENDER_RESTRICTED),
            code(64, SENDER_RESTRICTED), // suspended
            code(226, SENDER_RESTRICTED), // looks automated
            code(326, SENDER_RESTRICTED), // locked
            code(344, SENDER_RESTRICTED), // the account's own daily cap, not a bucket of the API
            // Keys, tokens, permissions, plan.
            code(135, CLOCK_SKEWED),
            code(32, APP_MISCONFIGURED),
            code(61, APP_MISCONFIGURED),
            code(68, APP_MISCONFIGURED), // this API is retired
            code(87, APP_MISCONFIGURED),
            code(89, APP_MISCONFIGURED), // token revoked
            code(92, APP_MISCONFIGURED), // TLS required
            code(93, APP_MISCONFIGURED), // token without DM permission
            code(99, APP_MISCONFIGURED),
            code(200, APP_MISCONFIGURED), // Account Activity: forbidden
            code(215, APP_MISCONFIGURED),
            code(220, APP_MISCONFIGURED),
            code(231, APP_MISCONFIGURED),
            code(251, APP_MISCONFIGURED), // this endpoint is retired
            code(261, APP_MISCONFIGURED), // read-only app
            code(348, APP_MISCONFIGURED),
            code(415, APP_MISCONFIGURED),
            code(416, APP_MISCONFIGURED), // app suspended
            code(417, APP_MISCONFIGURED),
            code(453, APP_MISCONFIGURED), // v1.1 is not in this plan
            type("oauth1-permissions", APP_MISCONFIGURED),
            type("unsupported-authentication", APP_MISCONFIGURED),
            type("client-forbidden", APP_MISCONFIGURED),
            type("client-disconnected", APP_MISCONFIGURED),
            type("app-suspended", APP_MISCONFIGURED),
            detail("Application cannot perform write actions", APP_MISCONFIGURED),
            detail("suspended application", APP_MISCONFIGURED),
            detail("application is suspended", APP_MISCONFIGURED),
            // Later.
            code(88, THROTTLED),
            type("rate-limit-exceeded", THROTTLED),
            code(67, BROKEN),
            code(130, BROKEN), // over capacity
            code(131, BROKEN),
            type("internal-error", BROKEN),
            type("resource-unavailable", BROKEN),
            // Our message, as it is.
            detail("permitted to attach this media", REJECTED),
            code(34, REJECTED), // wrong path, or no such message
            code(38, REJECTED), // parameter missing
            // "There was an error sending your message: …", with none of the reasons above.
            code(151, UNCLEAR),
            // X accepted an earlier request with this text: ours, whose response was lost.
            code(187, DUPLICATE),
            code(214, REJECTED),
            code(354, REJECTED), // text too long
            code(355, REJECTED), // already subscribed
            type("invalid-request", REJECTED),
            type("resource-not-found", REJECTED),
            new Row(403, error -> error.type().equals("not-authorized-for-resource"), UNCLEAR),
            type("not-authorized-for-resource", REJECTED),
            type("disallowed-resource", REJECTED),
            // X's response to a token without the scope has no further information.
            new Row(403, error -> error.code() == 0 && error.detail().equals("Forbidden"), APP_MISCONFIGURED),
            status(401, APP_MISCONFIGURED),
            status(402, OUT_OF_CREDITS),
            status(408, BROKEN),
            status(410, APP_MISCONFIGURED),
            status(420, THROTTLED), // before there was a 429
            status(429, THROTTLED));

    // Treated as success: the requested subscription exists.
    private static final int ALREADY_SUBSCRIBED = 355;
    private static final String ALREADY_SUBSCRIBED_REASON = "DuplicateSubscriptionFailed";

    private ErrorTable() {}

    /** The meaning of one error with this status. */
    static Meaning meaning(int status, ApiError error) {
        return ROWS.stream()
                .filter(row -> row.fits(status, error))
                .map(Row::meaning)
                .findFirst()
                .orElseGet(() -> otherwise(status));
    }

    /** The meaning of a response without a readable error: a page of X's edge servers, or an empty body. */
    static Meaning meaningOfPage(int status) {
        // A page instead of JSON comes from X's edge servers; the API did not get the request.
        return status == 403 ? BROKEN : meaning(status, ApiError.NONE);
    }

    /** Whether the status proves that the call had no effect, also for an internal error of X. */
    static boolean provesNothingWasDone(int status) {
        return status == 403;
    }

    static boolean deniesCredentials(int status) {
        return status == 401;
    }

    static boolean isAbsence(int status) {
        return status == 404;
    }

    static boolean isAlreadySubscribed(ApiError error) {
        return error.code() == ALREADY_SUBSCRIBED || error.detailContains(ALREADY_SUBSCRIBED_REASON);
    }

    private static Meaning otherwise(int status) {
        // Undocumented errors in a successful response: the outcome is unknown.
        if (status < 300 || status >= 500) {
            return BROKEN;
        }
        // X's API never redirects: another server answered at this address.
        if (status < 400) {
            return APP_MISCONFIGURED;
        }
        // X refuses with 403 for the recipient, the sender and the app alike.
        return status == 403 ? UNCLEAR : REJECTED;
    }

    private static Row code(int code, Meaning meaning) {
        return new Row(ANY_STATUS, error -> error.code() == code, meaning);
    }

    private static Row type(String type, Meaning meaning) {
        return new Row(ANY_STATUS, error -> error.type().equals(type), meaning);
    }

    private static Row resource(String type, String resource, Meaning meaning) {
        return new Row(
                ANY_STATUS,
                error -> error.type().equals(type) && error.resource().equals(resource),
                meaning);
    }

    private static Row title(String title, Meaning meaning) {
        return new Row(ANY_STATUS, error -> error.title().equals(title), meaning);
    }

    private static Row detail(String text, Meaning meaning) {
        return new Row(ANY_STATUS, error -> error.detailContains(text), meaning);
    }

    private static Row parameter(String name, Meaning meaning) {
        return new Row(ANY_STATUS, error -> error.parameters().contains(name), meaning);
    }

    private static Row status(int status, Meaning meaning) {
        return new Row(status, _ -> true, meaning);
    }

    private static final int ANY_STATUS = 0;

    private record Row(int status, Predicate<ApiError> sign, Meaning meaning) {
        boolean fits(int actual, ApiError error) {
            return (status == ANY_STATUS || status == actual) && sign.test(error);
        }
    }
}
