package com.dmverify.support.switches;

import com.dmverify.events.SwitchKind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be stopped.
 *
 * @param name of the tenant, the account or the code key; of a target its numeric id or its handle in small letters
 */
public record SwitchKey(SwitchKind kind, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SwitchKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A name has 1 to 64 letters, digits, dots, hyphens and underscores, without an @");
        }
    }

    /** A target, by numeric id or handle. */
    public static SwitchKey target(String idOrHandle) {
        return new SwitchKey(SwitchKind.TARGET, idOrHandle.toLowerCase(Locale.ROOT));
    }

    /** The kind that operators write so: {@code tenant}, {@code account}, {@code target} or {@code code-key}. */
    public static Optional<SwitchKind> kind(String word) {
        return switch (word) {
            case "tenant" -> Optional.of(SwitchKind.TENANT);
            case "account" -> Optional.of(SwitchKind.ACCOUNT);
            case "target" -> Optional.of(SwitchKind.TARGET);
            case "code-key" -> Optional.of(SwitchKind.CODE_KEY);
            default -> Optional.empty();
        };
    }

    /** The key of its records: {@code tenant:acme}. */
    public String text() {
        String prefix = kind == SwitchKind.CODE_KEY ? "kid" : kind.name().toLowerCase(Locale.ROOT);
        return prefix + ":" + name;
    }
}
