package com.dmverify.webhook.challenge;

import com.dmverify.webhook.app.App;
import com.dmverify.webhook.log.LineLimit;
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
 * Answers X's challenge-response checks, and only them: the answer is made like the seal on a delivery, so whoever signs
 * what he is asked to signs forgeries.
 *
 * <p>{@code dm.verify.webhook.challenges} = outcome {@code answered} + {@code refused}.
 */
final class Challenges {

    private static final Logger LOG = LoggerFactory.getLogger(Challenges.class);

    private final InstantSource clock;
    private final MeterRegistry meters;
    private final LineLimit lines;
    private final Map<String, Instant> lastAnswered = new ConcurrentHashMap<>();

    Challenges(InstantSource clock, MeterRegistry meters, LineLimit lines) {
        this.clock = clock;
        this.meters = meters;
        this.lines = lines;
    }

    /** The {@code response_token}; empty if this is no challenge of X. */
    Optional<String> answer(App app, @Nullable String rawQuery) {
        Optional<String> answer =
                CrcToken.in(rawQuery).filter(app.seal()::isPlausibleCrcToken).map(app.seal()::crcResponse);
        String outcome = answer.isPresent() ? "answered" : "refused";
        answer.ifPresent(given -> lastAnswered.put(app.name(), clock.instant()));
        meters.counter("dm.verify.webhook.challenges", "app", app.name(), "outcome", outcome)
                .increment();
        // Any caller can send a plausible token.
        lines.pass()
                .ifPresent(heldBack -> LOG.atInfo()
                        .addKeyValue("app", app.name())
                        .addKeyValue("outcome", outcome)
                        .addKeyValue("held_back", heldBack)
                        .log("webhook.challenged"));
        return answer;
    }

    /** When X last asked for this app and was answered, since this replica started. */
    Optional<Instant> lastAnswered(String app) {
        return Optional.ofNullable(lastAnswered.get(app));
    }
}
