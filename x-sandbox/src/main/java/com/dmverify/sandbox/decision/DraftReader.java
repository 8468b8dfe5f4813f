package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.message.Draft;

/** Reads the message of a call in the format of one API version. */
@FunctionalInterface
public interface DraftReader {

    /** Throws {@link com.dmverify.sandbox.error.ApiException} if the message is not well formed. */
    Draft read(ApiRequest request);
}
