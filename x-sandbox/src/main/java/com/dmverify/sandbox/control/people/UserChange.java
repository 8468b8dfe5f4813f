package com.dmverify.sandbox.control.people;

import com.dmverify.sandbox.control.Complaint;
import com.dmverify.sandbox.control.Instruction;
import com.dmverify.sandbox.people.DmSetting;
import com.dmverify.sandbox.people.Person;
import com.dmverify.sandbox.people.Username;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The members of a user that can be ordered; those left out stay as they are. */
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

    static UserChange read(Instruction instruction) {
        JsonNode body = instruction.body(KNOWN);
        return new UserChange(
                Instruction.text(body, "username").map(UserChange::handle),
                Instruction.text(body, "name"),
                Instruction.flag(body, "follows_brand"),
                Instruction.text(body, "dm_setting").map(UserChange::setting),
                Instruction.flag(body, "suspended"),
                Instruction.flag(body, "verified"),
                Instruction.flag(body, "protected"));
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
            throw Complaint.badRequest("\"username\" must be 1 to 15 letters, digits or underscores.");
        }
        return handle;
    }

    private static DmSetting setting(String word) {
        return DmSetting.of(word)
                .orElseThrow(() -> Complaint.badRequest("\"dm_setting\" must be everyone, verified or nobody."));
    }
}
