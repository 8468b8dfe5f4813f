package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Finds out roughly whom a call is about, before it has been looked at properly: for troubles ordered for one user. */
final class Mentions {

    private Mentions() {}

    static boolean user(Call call, long userId) {
        Pattern id = Pattern.compile("(?<![0-9])" + userId + "(?![0-9])");
        return id.matcher(call.uri().getRawPath()).find()
                || id.matcher(call.query().toString()).find()
                || id.matcher(new String(call.body(), StandardCharsets.UTF_8)).find();
    }
}
