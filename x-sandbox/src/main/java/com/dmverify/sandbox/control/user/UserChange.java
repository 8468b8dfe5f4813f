package com.dmverify.sandbox.control.user;

import com.dmverify.sandbox.control.ControlProblem;
import com.dmverify.sandbox.control.ControlRequest;
import com.dmverify.sandbox.person.DmSetting;
import com.dmverify.sandbox.person.Person;
import com.dmverify.sandbox.person.Username;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The changes of a user; absent members stay unchanged. */
record UserChange(
        Optional<String> username,
        Optional<String> name,
        Optional<Boolean> followsBrand,
        Optional<DmSetting> dmSetting,
        Optional<Boolean> suspended,
        Optional<Boolean> verified,
        Optional<Boolean> closed) {

    private static final Set<String> KNOWN =
            Set.of("username", "name", "follows_brand", "dm_setting", "suspended", "verified", "protected");

    static UserChange read(ControlRequest request) {
        JsonNode body = request.body(KNOWN);
        return new UserChange(
                ControlRequest.text(body, "username").map(UserChange::handle),
                ControlRequest.text(body, "name"),
                ControlRequest.flag(body, "follows_brand"),
                ControlRequest.text(body, "dm_setting").map(UserChange::setting),
                ControlRequest.flag(body, "suspended"),
                ControlRequest.flag(body, "verified"),
                ControlRequest.flag(body, "protected"));
    }

    Person applyTo(Person before) {
        Person after = username.map(before::called).orElse(before);
        after = name.map(after::named).orElse(after);
        after = dmSetting.map(after::withDmSetting).orElse(after);
        after = suspended.map(after::withSuspended).orElse(after);
        after = verified.map(after::withVerified).orElse(after);
        return closed.map(after::withClosed).orElse(after);
    }

    static String handle(String text) {
        String handle = text.startsWith("@") ? text.substring(1) : text;
        if (!Username.isValid(handle)) {
            throw ControlProblem.badRequest("\"username\" must be 1 to 15 letters, digits or underscores.");
        }
        return handle;
    }

    private static DmSetting setting(String word) {
        return DmSetting.of(word)
                .orElseThrow(() -> ControlProblem.badRequest("\"dm_setting\" must be everyone, verified or nobody."));
    }
}
