package com.dmverify.sandbox.error;

import org.jspecify.annotations.Nullable;

/**
 * All errors of X's API: status, code and message of v1.1, and status, title, type and detail of v2. Where X documents one
 * format for both API versions, the second is {@code null}. {@code %s} stands for an argument.
 *
 * <p>Sources: X's response codes page, the v2 error reference, and recorded traffic.
 */
public enum ApiError {
    // Credentials
    BAD_AUTHENTICATION_DATA(v1(400, 215, "Bad Authentication data."), null),
    COULD_NOT_AUTHENTICATE(v1(401, 32, "Could not authenticate you."), blank(401, "Unauthorized", "Unauthorized")),
    TIMESTAMP_OUT_OF_BOUNDS(v1(401, 135, "Timestamp out of bounds."), null),
    INVALID_TOKEN(v1(401, 89, "Invalid or expired token."), null),
    UNAUTHORIZED_BEARER(v1(401, 89, "Invalid or expired token."), blank(401, "Unauthorized", "Unauthorized")),
    APP_SUSPENDED(v1(401, 416, "Invalid / suspended application"), blank(401, "Unauthorized", "Unauthorized")),
    DESKTOP_CALLBACK(v1(401, 417, "Desktop applications only support the oauth_callback value 'oob'"), null),
    CALLBACK_NOT_APPROVED(
            v1(
                    403,
                    415,
                    "Callback URL not approved for this client application. Approved callback URLs can be adjusted"
                            + " in your application settings"),
            null),
    UNABLE_TO_VERIFY(v1(403, 99, "Unable to verify your credentials"), null),

    // Permission
    NOT_IN_PLAN(
            v1(
                    403,
                    453,
                    "You currently have access to a subset of X API V2 endpoints and limited v1.1 endpoints"
                            + " (e.g. media post, oauth) only. If you need access to this endpoint, you may need a"
                            + " different access level. You can learn more here:"
                            + " https://developer.x.com/en/portal/product"),
            null),
    APP_ONLY_FORBIDDEN(
            v1(403, 220, "Your credentials do not allow access to this resource."),
            problem(
                    403,
                    "Unsupported Authentication",
                    "unsupported-authentication",
                    "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.  Supported"
                            + " authentication types are [OAuth 1.0a User Context, OAuth 2.0 User Context].")),
    USER_TOKEN_FORBIDDEN(
            v1(403, 220, "Your credentials do not allow access to this resource."),
            problem(
                    403,
                    "Unsupported Authentication",
                    "unsupported-authentication",
                    "Authenticating with OAuth 2.0 User Context is forbidden for this endpoint.  Supported"
                            + " authentication types are [OAuth 1.0a User Context, OAuth 2.0 Application-Only].")),
    USER_CONTEXT_FORBIDDEN(
            v1(403, 220, "Your credentials do not allow access to this resource."),
            problem(
                    403,
                    "Unsupported Authentication",
                    "unsupported-authentication",
                    "Authenticating with a User Context is forbidden for this endpoint.  Supported authentication"
                            + " types are [OAuth 2.0 Application-Only].")),
    NO_DM_PERMISSION(
            v1(403, 93, "This application is not allowed to access or delete your direct messages."),
            oauth1Permissions()),
    NO_WRITE_PERMISSION(v1(403, 261, "Application cannot perform write actions."), oauth1Permissions()),
    /** Does not name its subject: app, sender or recipient. */
    FORBIDDEN_UNCLEAR(
            v1(403, 151, "There was an error sending your message: ."),
            blank(403, "Forbidden", "You are not permitted to perform this action.")),
    MISSING_SCOPE(
            v1(403, 220, "Your credentials do not allow access to this resource."),
            blank(403, "Forbidden", "Forbidden")),

    // Credits and limits
    CREDITS_DEPLETED(
            null,
            problem(
                    402,
                    "CreditsDepleted",
                    "credits",
                    "Your enrolled account [%s] does not have any credits to fulfill this request.")),
    RATE_LIMITED(v1(429, 88, "Rate limit exceeded"), blank(429, "Too Many Requests", "Too Many Requests")),
    OVER_CAPACITY(v1(503, 130, "Over capacity"), blank(503, "Service Unavailable", "Service Unavailable")),

    // Standing of the sender
    SENDER_SUSPENDED(
            v1(403, 64, "Your account is suspended and is not permitted to access this feature."),
            problem(403, "Forbidden", "user-suspended", "The user used for authentication is suspended")),
    SENDER_LOCKED(
            v1(
                    403,
                    326,
                    "To protect our users from spam and other malicious activity, this account is temporarily locked."
                            + " Please log in to https://x.com to unlock your account."),
            notPermitted()),
    LOOKS_AUTOMATED(
            v1(
                    403,
                    226,
                    "This request looks like it might be automated. To protect our users from spam and other malicious"
                            + " activity, we can't complete this action right now."),
            notPermitted()),

    // Format of the request
    PARAMETER_MISSING(v1(403, 38, "%s parameter is missing."), null),
    BAD_REQUEST(v1(400, 214, "%s"), null),
    INVALID_COORDINATES(v1(400, 3, "Invalid coordinates."), null),
    MEDIA_NOT_FOUND(
            v1(400, 325, "A media id was not found."),
            blank(403, "Forbidden", "You are not permitted to attach this media to a DM event.")),
    TEXT_TOO_LONG(v1(403, 354, "The text of your direct message is over the max character limit."), null),
    PAGE_DOES_NOT_EXIST(v1(404, 34, "Sorry, that page does not exist."), blank(404, "Not Found", "Not Found")),

    // Recipient
    NO_USER_MATCHES(v1(404, 17, "No user matches for specified terms."), null),
    USER_NOT_FOUND(v1(404, 50, "User not found."), null),
    USER_SUSPENDED(v1(403, 63, "User has been suspended."), blank(403, "Forbidden", "User has been suspended: [%s].")),
    NOT_FOLLOWING(v1(403, 150, "You cannot send messages to users who are not following you."), noPermissionToDm()),
    CANNOT_MESSAGE(v1(403, 349, "You cannot send messages to this user."), noPermissionToDm()),

    // Webhooks
    SUBSCRIPTION_EXISTS(
            v1(409, 355, "Subscription already exists."),
            problem(409, "Conflict", "invalid-request", "DuplicateSubscriptionFailed: Subscription already exists.")),
    TOO_MANY_RESOURCES(v1(403, 214, "Too many resources already created."), null),
    REPLAY_DATE_MISSING(v1(400, 357, "%s: queryParam is required"), null),
    REPLAY_DATES(v1(400, 360, "%s"), null),
    REPLAY_CONFLICT(v1(409, 368, "A replay job is running for this webhook."), null);

    private final @Nullable V1ErrorBody v1;
    private final @Nullable V2Problem v2;

    ApiError(@Nullable V1ErrorBody v1, @Nullable V2Problem v2) {
        this.v1 = v1;
        this.v2 = v2;
    }

    @Nullable
    V1ErrorBody v1() {
        return v1;
    }

    @Nullable
    V2Problem v2() {
        return v2;
    }

    private static V1ErrorBody v1(int status, int code, String message) {
        return new V1ErrorBody(status, code, message);
    }

    private static V2Problem blank(int status, String title, String detail) {
        return new V2Problem(status, title, "about:blank", detail);
    }

    private static V2Problem problem(int status, String title, String suffix, String detail) {
        return new V2Problem(status, title, V2Problem.PROBLEMS + suffix, detail);
    }

    private static V2Problem oauth1Permissions() {
        return problem(
                403,
                "Forbidden",
                "oauth1-permissions",
                "Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.");
    }

    private static V2Problem notPermitted() {
        return blank(403, "Forbidden", "This operation is not permitted.");
    }

    private static V2Problem noPermissionToDm() {
        return blank(403, "Forbidden", "You do not have permission to DM one or more participants.");
    }
}
