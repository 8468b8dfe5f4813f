package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.message.Draft;

/** Reads the message out of a call, as one apiVersion of the API writes it. */
@FunctionalInterface
public interface DraftReader {

    /** Throws {@link com.dmverify.sandbox.error.ApiException} when it is not well formed. */
    Draft read(ApiRequest request);
}
