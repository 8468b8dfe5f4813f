package com.dmverify.api.inbound;

import com.dmverify.api.challenge.ProveByMessage;
import com.dmverify.api.optout.ApplyOptOut;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.OptOut;
import com.dmverify.api.verification.Proof;
import com.dmverify.schemas.QuickReplies;
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
 * proves control. What could be a code proves nothing: it counts only where it was asked for, else a person who answers our message
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
     * What a person wrote.
     *
     * @param handle of the person, as X named it with the message; null if it did not
     * @param tapped the metadata of the option that the person tapped; null if none was
     */
    record Message(
            @Nullable Handle handle, String text, @Nullable String tapped) {}

    /**
     * The message has its effect.
     *
     * @param when it was written, by X's clock
     */
    Mono<Void> handle(Contact with, Message message, Instant when) {
        return proveByMessage.read(message.text()).flatMap(read -> {
            ReplyKeyword keyword = keyword(message.tapped(), read.rest());
            Proof proof = new Proof(with, message.handle(), when, optOut(keyword, when));
            return effect(keyword, with, when)
                    .then(proveByMessage.prove(read.verifications(), proof))
                    .doOnSuccess(done -> count(keyword, read));
        });
    }

    /** The label of an option is a text too, in the words of the message: what was tapped says more. */
    private static ReplyKeyword keyword(@Nullable String tapped, String text) {
        return switch (tapped) {
            case QuickReplies.DECLINE -> ReplyKeyword.NO;
            case QuickReplies.OPT_OUT -> ReplyKeyword.STOP;
            case null, default -> ReplyKeyword.of(text);
        };
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
