package com.dmverify.api.verification;

/** What an opt-out did to one verification. */
public enum OptOutResult {
    /** It ended because of it. */
    ENDED,
    /** It had ended before, or its deadline had passed. */
    ENDED_BEFORE,
    /** It was verified: the person disputes that, now or before. */
    DISPUTED,
    /** It began after the person said so, and goes on. */
    NOT_CONCERNED
}
