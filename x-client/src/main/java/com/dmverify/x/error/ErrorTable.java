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
 * The one table of X's errors: nobody else knows a number, a problem type or a sentence of X's. The first row that fits
 * decides, so rows that say more stand first.
 *
 * <p>Sources: X's pages "Response codes and errors" and "Error troubleshooting", and recorded answers where the pages are
 * silent (the two sentences of a refused DM are documented nowhere).
 */
final class ErrorTable {

    private static final List<Row> ROWS = List.of(
            // The money of the whole account. 403 and 429 are shared with much smaller troubles: titles and types
            // first.
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
            code(17, TARGET_UNKNOWN), // users/lookup matched nobody
            code(50, TARGET_UNKNOWN),
            code(108, TARGET_UNKNOWN),
            resource("resource-not-found", "user", TARGET_UNKNOWN),
            resource("not-authorized-for-resource", "user", TARGET_CLOSED), // protected, or it blocked us
            // Our ids are well-formed by construction: a refused participant is one that X does not know.
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
            // An earlier request with this text was taken: ours, whose answer was lost.
            code(187, DUPLICATE),
            code(214, REJECTED),
            code(354, REJECTED), // text too long
            code(355, REJECTED), // already subscribed
            type("invalid-request", REJECTED),
            type("resource-not-found", REJECTED),
            new Row(403, complaint -> complaint.type().equals("not-authorized-for-resource"), UNCLEAR),
            type("not-authorized-for-resource", REJECTED),
            type("disallowed-resource", REJECTED),
            // A token without the scope gets a refusal that says nothing at all.
            new Row(
                    403,
                    complaint -> complaint.code() == 0 && complaint.detail().equals("Forbidden"),
                    APP_MISCONFIGURED),
            status(401, APP_MISCONFIGURED),
            status(402, OUT_OF_CREDITS),
            status(408, BROKEN),
            status(410, APP_MISCONFIGURED),
            status(420, THROTTLED), // before there was a 429
            status(429, THROTTLED));

    // Its own kind of success: the subscription that was asked for exists.
    private static final int ALREADY_SUBSCRIBED = 355;
    private static final String ALREADY_SUBSCRIBED_REASON = "DuplicateSubscriptionFailed";

    private ErrorTable() {}

    /** What one complaint under this status means. */
    static Meaning meaning(int status, Complaint complaint) {
        return ROWS.stream()
                .filter(row -> row.fits(status, complaint))
                .map(Row::meaning)
                .findFirst()
                .orElseGet(() -> otherwise(status));
    }

    /** What an answer means whose body says nothing we can read: a page of the edge, or nothing. */
    static Meaning meaningOfPage(int status) {
        // A page instead of JSON is the edge turning us away before the API saw the request.
        return status == 403 ? BROKEN : meaning(status, Complaint.NONE);
    }

    /** Whether a failed status proves that nothing was done, even if the trouble is X's own. */
    static boolean provesNothingWasDone(int status) {
        return status == 403;
    }

    static boolean deniesCredentials(int status) {
        return status == 401;
    }

    static boolean isAbsence(int status) {
        return status == 404;
    }

    static boolean isAlreadySubscribed(Complaint complaint) {
        return complaint.code() == ALREADY_SUBSCRIBED || complaint.says(ALREADY_SUBSCRIBED_REASON);
    }

    private static Meaning otherwise(int status) {
        // Complaints that nobody documents on a success leave open what was done.
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
        return new Row(ANY_STATUS, complaint -> complaint.code() == code, meaning);
    }

    private static Row type(String type, Meaning meaning) {
        return new Row(ANY_STATUS, complaint -> complaint.type().equals(type), meaning);
    }

    private static Row resource(String type, String resource, Meaning meaning) {
        return new Row(
                ANY_STATUS,
                complaint ->
                        complaint.type().equals(type) && complaint.resource().equals(resource),
                meaning);
    }

    private static Row title(String title, Meaning meaning) {
        return new Row(ANY_STATUS, complaint -> complaint.title().equals(title), meaning);
    }

    private static Row detail(String words, Meaning meaning) {
        return new Row(ANY_STATUS, complaint -> complaint.says(words), meaning);
    }

    private static Row parameter(String name, Meaning meaning) {
        return new Row(ANY_STATUS, complaint -> complaint.parameters().contains(name), meaning);
    }

    private static Row status(int status, Meaning meaning) {
        return new Row(status, _ -> true, meaning);
    }

    private static final int ANY_STATUS = 0;

    private record Row(int status, Predicate<Complaint> sign, Meaning meaning) {
        boolean fits(int actual, Complaint complaint) {
            return (status == ANY_STATUS || status == actual) && sign.test(complaint);
        }
    }
}
