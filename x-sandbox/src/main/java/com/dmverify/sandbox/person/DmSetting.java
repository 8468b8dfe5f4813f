package com.dmverify.sandbox.person;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** From whom a user accepts message requests; accounts that they follow may always write (help.x.com). */
public enum DmSetting {
    EVERYONE,
    VERIFIED,
    NOBODY;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DmSetting> of(String word) {
        for (DmSetting setting : values()) {
            if (setting.wireName().equals(word)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
