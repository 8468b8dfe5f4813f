package com.dmverify.sandbox.refusal;

import com.dmverify.sandbox.wire.Fields;
import com.google.errorprone.annotations.Immutable;

/** X's problem+json. */
@Immutable
record V2Shape(int status, String title, String type, String detail) {

    /** Where X's problem types live; answers of 2026 were recorded with this host and with api.x.com. */
    static final String PROBLEMS = "https://api.twitter.com/2/problems/";

    Fields body(Object... arguments) {
        return Fields.of("title", title)
                .with("type", type)
                .with("status", status)
                .with("detail", Filled.in(detail, arguments));
    }
}
