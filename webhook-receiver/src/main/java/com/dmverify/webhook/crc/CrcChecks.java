package com.dmverify.webhook.crc;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.log.LogLimiter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers X's CRC checks. The response is computed like the signature of a delivery, so a receiver that answers
 * arbitrary tokens signs forged deliveries: only plausible tokens are answered.
 *
 * <p>{@code dm.verify.webhook.crc.checks} = outcome {@code answered} + {@code refused}.
 */
final class CrcChecks {

    private static final Logger LOG = LoggerFactory.getLogger(CrcChecks.class);

    private final InstantSource clock;
    private final MeterRegistry meters;
    private final LogLimiter lines;
    private final Map<String, Instant> lastAnswered = new ConcurrentHashMap<>();

    CrcChecks(InstantSource clock, MeterRegistry meters, LogLimiter lines) {
        this.clock = clock;
        this.meters = meters;
        this.lines = lines;
    }

    /** The {@code response_token}; empty if there is no plausible token. */
    Optional<String> answer(App app, @Nullable String rawQuery) {
        Optional<String> answer = CrcToken.in(rawQuery)
                .filter(app.signature()::isPlausibleCrcToken)
                .map(app.signature()::crcResponse);
        String outcome = answer.isPresent() ? "answered" : "refused";
        answer.ifPresent(given -> lastAnswered.put(app.name(), clock.instant()));
        meters.counter("dm.verify.webhook.crc.checks", "app", app.name(), "outcome", outcome)
                .increment();
        // Limited, because any caller can send a plausible token.
        lines.pass()
                .ifPresent(heldBack -> LOG.atInfo()
                        .addKeyValue("app", app.name())
                        .addKeyValue("outcome", outcome)
                        .addKeyValue("suppressed", heldBack)
                        .log("webhook.crc_checked"));
        return answer;
    }

    /** The last answered check of this app since this replica started. */
    Optional<Instant> lastAnswered(String app) {
        return Optional.ofNullable(lastAnswered.get(app));
    }
}
