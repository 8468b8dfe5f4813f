package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.person.Ids;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Finds the users that a call mentions before it is parsed, for faults of one user. */
final class CallParticipants {

    private CallParticipants() {}

    static boolean user(Call call, long userId) {
        Pattern id = Pattern.compile("(?<![0-9])" + userId + "(?![0-9])");
        return id.matcher(call.uri().getRawPath()).find()
                || id.matcher(call.query().toString()).find()
                || id.matcher(new String(call.body(), StandardCharsets.UTF_8)).find();
    }

    /** The recipient of a v1.1 message, if the body names one. */
    static OptionalLong recipient(Call call) {
        return call.json()
                .map(body -> Json.text(body.at("/event/message_create/target/recipient_id")))
                .map(Ids::parse)
                .orElse(OptionalLong.empty());
    }
}
