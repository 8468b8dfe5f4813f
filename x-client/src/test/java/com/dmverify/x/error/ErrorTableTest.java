package com.dmverify.x.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.x.RateLimits;
import com.dmverify.x.XError;
import com.dmverify.x.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error that a sender can get, in X's format, as the response to a write. */
class ErrorTableTest {

    private static final String PROBLEMS = "https://api.twitter.com/2/problems/";
    private static final String NEW_PROBLEMS = "https://api.x.com/2/problems/";

    static Stream<Arguments> codes() {
        return Stream.of(
                v1(404, 17, "No user matches for specified terms.", XError.TargetUnknown.class),
                v1(404, 13, "No location associated with the specified IP address.", XError.TargetUnknown.class),
                v1(404, 50, "User not found.", XError.TargetUnknown.class),
                v1(403, 108, "Cannot find specified user.", XError.TargetUnknown.class),
                v1(404, 108, "Cannot find specified user.", XError.TargetUnknown.class),
                v1(403, 63, "User has been suspended.", XError.TargetSuspended.class),
                v1(403, 150, "You cannot send messages to users who are not following you.", XError.TargetClosed.class),
                v1(403, 349, "You cannot send messages to this user.", XError.TargetClosed.class),
                v1(403, 476, "Sender is not verified to send message requests", XError.TargetClosed.class),
                v1(
                        403,
                        64,
                        "Your account is suspended and is not permitted to access this feature.",
                        XError.SenderRestricted.class),
                v1(403, 226, "This request looks like it might be automated.", XError.SenderRestricted.class),
                v1(
                        403,
                        326,
                        "To protect our users from spam…, this account is temporarily locked.",
                        XError.SenderRestricted.class),
                v1(
                        403,
                        344,
                        "You have reached your daily limit for sending Tweets and messages",
                        XError.SenderRestricted.class),
                v1(401, 32, "Could not authenticate you.", XError.AppMisconfigured.class),
                v1(401, 61, "Client not permitted", XError.AppMisconfigured.class),
                v1(410, 68, "The Twitter REST API v1 is no longer active.", XError.AppMisconfigured.class),
                v1(403, 87, "Client is not permitted to perform this action.", XError.AppMisconfigured.class),
                v1(401, 89, "Invalid or expired token.", XError.AppMisconfigured.class),
                v1(403, 89, "Invalid or expired token.", XError.AppMisconfigured.class),
                v1(403, 92, "SSL is required", XError.AppMisconfigured.class),
                v1(
                        403,
                        93,
                        "This application is not allowed to access or delete your direct messages.",
                        XError.AppMisconfigured.class),
                v1(403, 99, "Unable to verify your credentials", XError.AppMisconfigured.class),
                v1(403, 200, "Forbidden.", XError.AppMisconfigured.class),
                v1(400, 215, "Bad Authentication data.", XError.AppMisconfigured.class),
                v1(403, 220, "Your credentials do not allow access to this resource.", XError.AppMisconfigured.class),
                v1(401, 231, "User must verify login", XError.AppMisconfigured.class),
                v1(410, 251, "This endpoint has been retired.", XError.AppMisconfigured.class),
                v1(403, 261, "Application cannot perform write actions.", XError.AppMisconfigured.class),
                v1(403, 348, "Client application is not permitted…", XError.AppMisconfigured.class),
                v1(403, 415, "Callback URL not approved for this client application.", XError.AppMisconfigured.class),
                v1(401, 416, "Invalid / suspended application", XError.AppMisconfigured.class),
                v1(401, 417, "Desktop applications only support 'oob'", XError.AppMisconfigured.class),
                v1(403, 453, "You currently have access to a subset of X API V2", XError.AppMisconfigured.class),
                v1(401, 135, "Timestamp out of bounds.", XError.ClockSkewed.class),
                v1(429, 88, "Rate limit exceeded", XError.Throttled.class),
                v1(503, 67, "Backend service unavailable", XError.UnknownOutcome.class),
                v1(503, 130, "Over capacity", XError.UnknownOutcome.class),
                v1(500, 131, "Internal error", XError.UnknownOutcome.class),
                v1(400, 3, "Invalid coordinates.", XError.Rejected.class),
                v1(404, 34, "Sorry, that page does not exist.", XError.Rejected.class),
                v1(400, 36, "You cannot report yourself for spam.", XError.Rejected.class),
                v1(403, 38, "recipient_id parameter is missing.", XError.Rejected.class),
                v1(400, 44, "attachment_url parameter is invalid", XError.Rejected.class),
                v1(403, 187, "Status is a duplicate.", XError.UnknownOutcome.class),
                v1(400, 214, "Bad request.", XError.Rejected.class),
                v1(403, 214, "Owner must allow dms from anyone.", XError.Rejected.class),
                v1(400, 324, "Media id validation failed.", XError.Rejected.class),
                v1(400, 325, "A media id was not found.", XError.Rejected.class),
                v1(403, 354, "The text of your direct message is over the max character limit.", XError.Rejected.class),
                v1(409, 355, "Subscription already exists.", XError.Rejected.class),
                v1(400, 99999, "A code of tomorrow.", XError.Rejected.class));
    }

    /** The generic code, distinguished only by its message. */
    static Stream<Arguments> reasons() {
        String sending = "There was an error sending your message: ";
        return Stream.of(
                v1(
                        403,
                        151,
                        sending + "You cannot send messages to users who are not following you.",
                        XError.TargetClosed.class),
                v1(403, 151, sending + "Whoops", XError.UnclearRefusal.class));
    }

    static Stream<Arguments> problems() {
        String cannotDm = "You do not have permission to DM one or more participants.";
        return Stream.of(
                v2(403, "about:blank", "Forbidden", cannotDm, XError.TargetClosed.class),
                v2(403, "about:blank", "Forbidden", "This operation is not permitted.", XError.SenderRestricted.class),
                v2(403, "about:blank", "Forbidden", "Forbidden", XError.AppMisconfigured.class),
                v2(
                        403,
                        "about:blank",
                        "Forbidden",
                        "You are not permitted to attach this media to a DM event.",
                        XError.Rejected.class),
                v2(
                        403,
                        PROBLEMS + "user-suspended",
                        "Forbidden",
                        "The user used for authentication is suspended",
                        XError.SenderRestricted.class),
                v2(
                        403,
                        "about:blank",
                        "Forbidden",
                        "The user used for authentication is suspended",
                        XError.SenderRestricted.class),
                v2(
                        403,
                        "about:blank",
                        "Forbidden",
                        "To protect our users from spam and other malicious activity, this account is temporarily locked.",
                        XError.SenderRestricted.class),
                v2(403, PROBLEMS + "app-suspended", "Forbidden", "…", XError.AppMisconfigured.class),
                v2(
                        403,
                        "about:blank",
                        "Forbidden",
                        "Application cannot perform write actions. Contact Twitter Platform Operations.",
                        XError.AppMisconfigured.class),
                v2(
                        403,
                        "about:blank",
                        "Forbidden",
                        "You are not permitted to perform this action.",
                        XError.UnclearRefusal.class),
                v2(403, NEW_PROBLEMS + "a-type-of-tomorrow", "Forbidden", "…", XError.UnclearRefusal.class),
                v2(403, PROBLEMS + "not-authorized-for-resource", "Forbidden", "…", XError.UnclearRefusal.class),
                v2(401, "about:blank", "Unauthorized", "Unauthorized", XError.AppMisconfigured.class),
                v2(402, PROBLEMS + "credits", "CreditsDepleted", "no credits", XError.OutOfCredits.class),
                v2(402, "about:blank", "Payment Required", "Payment Required", XError.OutOfCredits.class),
                v2(403, "about:blank", "SpendCapReached", "…has hit its spending limit…", XError.OutOfCredits.class),
                v2(429, PROBLEMS + "usage-capped", "UsageCapExceeded", "Usage cap", XError.OutOfCredits.class),
                v2(429, "about:blank", "Too Many Requests", "Too Many Requests", XError.Throttled.class),
                v2(403, NEW_PROBLEMS + "oauth1-permissions", "Forbidden", "…", XError.AppMisconfigured.class),
                v2(
                        403,
                        PROBLEMS + "unsupported-authentication",
                        "Unsupported Authentication",
                        "…",
                        XError.AppMisconfigured.class),
                v2(403, NEW_PROBLEMS + "client-forbidden", "Client Forbidden", "…", XError.AppMisconfigured.class),
                v2(400, NEW_PROBLEMS + "invalid-request", "Invalid Request", "…", XError.Rejected.class),
                v2(404, "about:blank", "Not Found", "Not Found", XError.Rejected.class),
                v2(500, "about:blank", "Internal Server Error", "…", XError.UnknownOutcome.class),
                v2(503, "about:blank", "Service Unavailable", "…", XError.UnknownOutcome.class));
    }

    static Stream<Arguments> otherShapes() {
        return Stream.of(
                Arguments.of(401, "{\"error\":\"Not authorized.\"}", XError.AppMisconfigured.class),
                Arguments.of(
                        401,
                        "{\"request\":\"/1.1/x.json\",\"error\":\"Read-only application cannot POST.\"}",
                        XError.AppMisconfigured.class),
                Arguments.of(429, "{\"errors\":\"Rate limited\"}", XError.Throttled.class),
                Arguments.of(404, "{\"code\":50,\"message\":\"User not found.\"}", XError.TargetUnknown.class),
                Arguments.of(403, "{\"title\":\"CreditsDepleted\"}", XError.OutOfCredits.class),
                Arguments.of(403, "{\"type\":\"https://api.x.com/2/problems/credits\"}", XError.OutOfCredits.class),
                Arguments.of(403, "{\"detail\":\"It has hit its spending limit.\"}", XError.OutOfCredits.class),
                Arguments.of(429, "{\"title\":\"UsageCapExceeded\"}", XError.OutOfCredits.class),
                Arguments.of(429, "{\"type\":\"/2/problems/usage-capped\"}", XError.OutOfCredits.class),
                Arguments.of(404, "", XError.Rejected.class),
                Arguments.of(401, "", XError.AppMisconfigured.class),
                Arguments.of(402, "", XError.OutOfCredits.class),
                Arguments.of(408, "", XError.UnknownOutcome.class),
                Arguments.of(408, "{\"title\":\"Request Timeout\"}", XError.UnknownOutcome.class),
                Arguments.of(410, "{\"title\":\"Gone\"}", XError.AppMisconfigured.class),
                Arguments.of(429, "", XError.Throttled.class),
                Arguments.of(420, "Enhance your calm", XError.Throttled.class),
                Arguments.of(302, "", XError.AppMisconfigured.class),
                Arguments.of(403, "<html>Attention required</html>", XError.Unavailable.class),
                Arguments.of(502, "<html>Bad gateway</html>", XError.UnknownOutcome.class),
                Arguments.of(200, "{\"errors\":[{\"code\":99999,\"message\":\"?\"}]}", XError.UnknownOutcome.class),
                Arguments.of(200, "{\"errors\":[{\"code\":349,\"message\":\"?\"}]}", XError.TargetClosed.class),
                // Of several errors the most specific one counts.
                Arguments.of(
                        403,
                        "{\"errors\":[{\"code\":38,\"message\":\"a\"},{\"code\":349,\"message\":\"b\"}]}",
                        XError.TargetClosed.class),
                // A 403 for missing credits does not concern the recipient.
                Arguments.of(
                        403,
                        "{\"title\":\"SpendCapReached\",\"detail\":\"Forbidden\",\"status\":403}",
                        XError.OutOfCredits.class));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"codes", "reasons", "problems", "otherShapes"})
    void anErrorOfAWriteHasItsType(int status, String body, Class<? extends XError> expected) {
        // When
        XError error = refusal(status, body, true);
        // Then
        assertThat(error).isInstanceOf(expected);
        assertThat(error.httpStatus()).isEqualTo(status);
        assertThat(error.detail()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("otherShapes")
    void aFailedReadIsNeverAnUnknownOutcome(int status, String body, Class<? extends XError> expected) {
        XError error = refusal(status, body, false);
        assertThat(error)
                .isInstanceOf(expected.equals(XError.UnknownOutcome.class) ? XError.Unavailable.class : expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void aCodeSufficesWithoutMessageAndStatus(int ignored, String body, Class<? extends XError> expected) {
        // X's pages and its responses disagree on the status of many codes.
        String wordless = body.replaceAll("\"message\":\"[^\"]*\"", "\"message\":\"…\"");
        assertThat(refusal(400, wordless, true)).isInstanceOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "400, user-suspended, SenderRestricted",
        "400, app-suspended, AppMisconfigured",
        "400, client-forbidden, AppMisconfigured",
        "400, rate-limit-exceeded, Throttled",
        "400, internal-error, UnknownOutcome",
        "400, resource-unavailable, UnknownOutcome",
        "200, invalid-request, Rejected",
        "200, resource-not-found, Rejected",
        "200, not-authorized-for-resource, Rejected",
        "200, disallowed-resource, Rejected"
    })
    void aProblemTypeSuffices(int status, String type, String expected) {
        String body = "{\"errors\":[{\"type\":\"" + PROBLEMS + type + "\"}]}";
        assertThat(refusal(status, body, true))
                .hasToString("%s[detail=%s, httpStatus=%d]"
                        .formatted(expected, PROBLEMS + type, status)
                        .replace("Throttled[", "Throttled[until=null, "));
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 38, 214, 354, 355})
    void aRefusingCodeWith200IsNoUnknownOutcome(int code) {
        assertThat(refusal(200, "{\"errors\":[{\"code\":" + code + "}]}", true)).isInstanceOf(XError.Rejected.class);
    }

    @Test
    void aRefusedParticipantIsAnUnknownUser() {
        // Given
        String body = """
                {"errors":[{"parameters":{"participant_id":["844385345234"]},"message":"…value [844385345234]…"}],
                 "title":"Invalid Request","detail":"One or more parameters to your request was invalid.",
                 "type":"https://api.x.com/2/problems/invalid-request"}""";
        // When
        XError error = refusal(400, body, true);
        // Then
        assertThat(error)
                .isEqualTo(new XError.TargetUnknown(
                        "One or more parameters to your request was invalid. (participant_id)", 400));
    }

    @Test
    void theDetailNeverQuotesARefusedValue() {
        // Given
        String body = """
                {"errors":[{"parameters":{"text":["Your code is 493021"]},"message":"value [Your code is 493021]"}]}""";
        // When
        XError error = refusal(400, body, true);
        // Then
        assertThat(error).isEqualTo(new XError.Rejected("refused parameter (text)", 400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"403, a code of tomorrow", "403, no code"})
    void anErrorThatNamesNeitherSenderNorRecipientIsUnclearForWritesOnly(String kind) {
        String body = kind.contains("tomorrow")
                ? "{\"errors\":[{\"code\":99999,\"message\":\"?\"}]}"
                : "{\"title\":\"Forbidden\",\"detail\":\"?\",\"status\":403}";

        assertThat(refusal(403, body, true)).isInstanceOf(XError.UnclearRefusal.class);
        assertThat(refusal(403, body, false)).isInstanceOf(XError.Rejected.class);
    }

    @Test
    void aKnownErrorTakesPrecedenceOverAnUnclearOne() {
        String body = "{\"errors\":[{\"code\":99999,\"message\":\"a\"},{\"code\":354,\"message\":\"b\"}]}";

        assertThat(refusal(403, body, true)).isEqualTo(new XError.Rejected("b", 403));
        assertThat(refusal(403, body.replace("354", "349"), true)).isEqualTo(new XError.TargetClosed("b", 403));
    }

    @Test
    void aDuplicateIsAnUnknownOutcome() {
        String body = "{\"errors\":[{\"code\":187,\"message\":\"Status is a duplicate.\"}]}";

        assertThat(refusal(403, body, true)).isInstanceOf(XError.UnknownOutcome.class);
        assertThat(refusal(403, body, false)).isInstanceOf(XError.Rejected.class);
    }

    @Test
    void theDetailIsXsMessage() {
        assertThat(refusal(403, "{\"errors\":[{\"code\":349,\"message\":\"You cannot.\"}]}", true))
                .isEqualTo(new XError.TargetClosed("You cannot.", 403));
    }

    private static XError refusal(int status, String body, boolean write) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new ErrorResponse(status, Json.parseOrMissing(bytes), write).error(RateLimits.none(), null);
    }

    private static Arguments v1(int status, int code, String message, Class<? extends XError> expected) {
        return Arguments.of(status, "{\"errors\":[{\"code\":" + code + ",\"message\":\"" + message + "\"}]}", expected);
    }

    private static Arguments v2(
            int status, String type, String title, String detail, Class<? extends XError> expected) {
        String body = "{\"type\":\"%s\",\"title\":\"%s\",\"detail\":\"%s\",\"status\":%d}"
                .formatted(type, title, detail, status);
        return Arguments.of(status, body, expected);
    }
}
