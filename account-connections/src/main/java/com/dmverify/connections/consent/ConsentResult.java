package com.dmverify.connections.consent;

/** The result of a consent. Handles are without the {@code @}. */
public sealed interface ConsentResult {

    /** The account is connected. */
    record Connected(String account, String handle) implements ConsentResult {}

    /** The user or X denied the consent. */
    record Denied(String account, String error) implements ConsentResult {}

    /** Another account consented; its tokens were revoked. */
    record WrongAccount(String account, String expected, String consented) implements ConsentResult {}

    /** X did not issue usable tokens. */
    record Failed(String account, String reason) implements ConsentResult {}

    /** The state is unknown, expired, already used, or from another browser. */
    record Stale() implements ConsentResult {}
}
