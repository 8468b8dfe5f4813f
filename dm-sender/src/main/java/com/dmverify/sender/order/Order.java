package com.dmverify.sender.order;

import com.dmverify.events.VerificationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One message that is to be sent: a {@link VerificationRequested} that makes sense.
 *
 * @param account name of the sending account in the configuration
 * @param deadline not to be sent at or after this instant, nor with less than a minute of its code's life left
 * @param reportDeadline when the final report has to be published at the latest; null: the order names none
 */
public record Order(
        DispatchId id,
        String account,
        Target target,
        CodeOrder code,
        Wording wording,
        Instant deadline,
        @Nullable Instant reportDeadline)
        implements RequestedOrder {

    /** Source: RFC 5646, section 4.4.1. */
    private static final int LONGEST_LOCALE = 35;

    /** Every other template is the standard one. */
    private static final String BRIEF = "brief";

    private static final Duration LEAST_LEFT = Duration.ofSeconds(60);

    /** Reads the event; refuses one that can never be carried out with {@link IllegalArgumentException}. */
    public static Order of(VerificationRequested event) {
        return new Order(
                new DispatchId(event.getVerificationId(), event.getDispatch()),
                event.getAccount(),
                Target.of(event.getTargetHandle(), event.getTargetUserId()),
                new CodeOrder(
                        event.getKeyId(),
                        event.getCodeVersion(),
                        event.getCodeDigits(),
                        Duration.ofSeconds(event.getCodeLifeSeconds()),
                        event.getCodeExpiresAt()),
                new Wording(
                        locale(event.getLocale()),
                        event.getPurpose(),
                        event.getAgain(),
                        BRIEF.equals(event.getTemplate())),
                deadline(event.getSendDeadline(), event.getCodeExpiresAt()),
                event.getReportDeadline());
    }

    private static Locale locale(String tag) {
        return Locale.forLanguageTag(tag.substring(0, Math.min(tag.length(), LONGEST_LOCALE)));
    }

    /** A code that ends before its reader can type it is not worth a message. */
    private static Instant deadline(Instant deadline, @Nullable Instant codeEnds) {
        Instant last = codeEnds == null ? deadline : codeEnds.minus(LEAST_LEFT);
        return last.isBefore(deadline) ? last : deadline;
    }

    /** Whether it is too late to send it. */
    public boolean isLate(Instant now) {
        return !now.isBefore(deadline);
    }
}
