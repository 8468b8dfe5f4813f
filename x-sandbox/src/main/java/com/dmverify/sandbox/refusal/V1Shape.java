package com.dmverify.sandbox.refusal;

import com.dmverify.sandbox.wire.Fields;
import com.google.errorprone.annotations.Immutable;
import java.util.List;

/** {@code {"errors":[{"code":N,"message":"…"}]}}. */
@Immutable
record V1Shape(int status, int code, String message) {

    Fields body(Object... arguments) {
        return Fields.of("errors", List.of(Fields.of("code", code).with("message", Filled.in(message, arguments))));
    }
}
