package com.dmverify.api.verification;

/** What came of a message with the challenge. */
public enum ProofResult {
    /** The person controls the account, by this message or by one before. */
    VERIFIED,
    /** The message refuses the verification, which has ended. */
    REFUSED,
    /** Another account than the claimed one wrote it. Nothing has ended. */
    WRONG_ACCOUNT,
    /** Whose the claimed handle is will be known after a look-up. */
    LOOKING_UP,
    /** The same for a message before this one, of another person: this one can be judged after it. */
    OTHER_LOOK_UP,
    /** The challenge proves nothing (any more). */
    NOT_CONCERNED
}
