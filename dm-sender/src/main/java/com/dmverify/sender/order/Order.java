package com.dmverify.sender.order;

import com.dmverify.events.VerificationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * One message that is to be sent: a {@link VerificationRequested} that makes sense.
 *
 * @param account name of the sending account in the configuration
 * @param deadline not to be sent at or after this instant
 */
public record Order(DispatchId id, String account, Target target, CodeOrder code, Wording wording, Instant deadline) {

    /** Reads the event; refuses one that nobody could carry out with {@link IllegalArgumentException}. */
    public static Order of(VerificationRequested event) {
        return new Order(
                new DispatchId(event.getVerificationId(), event.getDispatch()),
                event.getAccount(),
                Target.of(event.getTargetHandle(), event.getTargetUserId()),
                new CodeOrder(
                        event.getKeyId(),
                        event.getGeneration(),
                        event.getCodeDigits(),
                        Duration.ofSeconds(event.getCodeLifeSeconds())),
                new Wording(Locale.forLanguageTag(event.getLocale()), event.getPurpose(), event.getAgain()),
                event.getSendDeadline());
    }

    /** Whether it is too late to send it. */
    public boolean isLate(Instant now) {
        return !now.isBefore(deadline);
    }
}
