package com.dmverify.x.wire;

import com.dmverify.x.Answer;
import com.dmverify.x.call.Call;
import java.net.URI;

/** Gives a call its {@code Authorization} header, or the reason why there is none. */
@FunctionalInterface
interface Authorizer {

    Answer<String> authorization(Call call, URI uri, Deadline deadline);

    /** X did not take the last header: whatever was kept of it is worth nothing. */
    default void forget() {}
}
