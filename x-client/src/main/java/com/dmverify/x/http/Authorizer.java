package com.dmverify.x.http;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import java.net.URI;

/** Supplies the {@code Authorization} header of a call, or the error that prevents it. */
@FunctionalInterface
interface Authorizer {

    Answer<String> authorization(Call call, URI uri, Deadline deadline);

    /** Called when X answered 401 to this header. Discards it, and returns whether to repeat the call with another. */
    default boolean refused(String header) {
        return false;
    }
}
