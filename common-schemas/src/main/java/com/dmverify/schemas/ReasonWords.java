package com.dmverify.schemas;

import com.dmverify.events.DmReason;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How {@link DmReason} is written in REST, in the events of a verification, in state and in logs: in lower case. */
public final class ReasonWords {

    private ReasonWords() {}

    /** The word for a reason, for example {@code target_closed}; null for null. */
    public static @Nullable String of(@Nullable DmReason reason) {
        return reason == null ? null : reason.name().toLowerCase(Locale.ROOT);
    }

    /** The reason that this word stands for; empty if there is none of that name. */
    public static Optional<DmReason> parse(String word) {
        for (DmReason reason : DmReason.values()) {
            if (reason != DmReason.UNRECOGNIZED && word.equals(of(reason))) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
