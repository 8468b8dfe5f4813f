package com.dmverify.api.inbound;

import com.dmverify.api.challenge.ProveByMessage;
import com.dmverify.api.optout.ApplyOptOut;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Proof;
import com.dmverify.text.CodeRedaction;
import com.dmverify.text.ReplyKeyword;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A person wrote to the account. STOP and NO are obeyed first; START, or a yes of the documented list, resumes; a challenge
 * proves control. What could be a code proves nothing: it counts only where it was asked for, else whoever answers our message
 * would verify the one who asked for it. Anything else is a conversation with the brand: it changes nothing. All are counted
 * ({@code dm.verify.replies}, tag {@code meaning}).
 */
@Component
class HandleInboundMessage {

    private final ApplyOptOut applyOptOut;
    private final ResumeWaiting resumeWaiting;
    private final ProveByMessage proveByMessage;
    private final MeterRegistry meters;

    HandleInboundMessage(
            ApplyOptOut applyOptOut, ResumeWaiting resumeWaiting, ProveByMessage proveByMessage, MeterRegistry meters) {
        this.applyOptOut = applyOptOut;
        this.resumeWaiting = resumeWaiting;
        this.proveByMessage = proveByMessage;
        this.meters = meters;
    }

    /**
     * The message has its effect.
     *
     * @param handle of the person, as X named it with the message; null if it did not
     * @param when it was written, by X's clock
     */
    Mono<Void> handle(Contact with, @Nullable Handle handle, @Nullable String text, Instant when) {
        return proveByMessage.read(text == null ? "" : text).flatMap(read -> {
            ReplyKeyword keyword = ReplyKeyword.of(read.rest());
            Proof proof = new Proof(with, handle, when, optOut(keyword, when));
            return effect(keyword, with, when)
                    .then(proveByMessage.prove(read.verifications(), proof))
                    .doOnSuccess(done -> count(keyword, read));
        });
    }

    private Mono<Void> effect(ReplyKeyword keyword, Contact with, Instant when) {
        OptOut optOut = optOut(keyword, when);
        if (optOut != null) {
            return applyOptOut.apply(with, optOut);
        }
        return keyword == ReplyKeyword.START
                ? applyOptOut.lift(with, when).then(resumeWaiting.userActed(with, ResumeWaiting.WROTE_TO_US, when))
                : Mono.empty();
    }

    private static @Nullable OptOut optOut(ReplyKeyword keyword, Instant when) {
        return switch (keyword) {
            case NO -> new OptOut(OptOut.Kind.DECLINED, when);
            case STOP -> new OptOut(OptOut.Kind.OPTED_OUT, when);
            case START, NONE -> null;
        };
    }

    private void count(ReplyKeyword keyword, ProveByMessage.Read read) {
        String meaning = keyword.name().toLowerCase(Locale.ROOT);
        if (!read.verifications().isEmpty()) {
            count("challenge");
        } else if (keyword == ReplyKeyword.NONE && read.rest().contains(CodeRedaction.REDACTED)) {
            meaning = "code";
        }
        count(meaning);
    }

    private void count(String meaning) {
        meters.counter("dm.verify.replies", "meaning", meaning).increment();
    }
}
