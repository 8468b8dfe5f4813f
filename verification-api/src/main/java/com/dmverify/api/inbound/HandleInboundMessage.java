package com.dmverify.api.inbound;

import com.dmverify.api.optout.ApplyOptOut;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import com.dmverify.text.ReplyKeyword;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A person wrote to the account. STOP and NO are obeyed; START, or a yes of the documented list, resumes. Anything else is a
 * conversation with the brand: it changes nothing, and is counted ({@code dm.verify.replies}, tag {@code meaning}).
 */
@Component
class HandleInboundMessage {

    private final ApplyOptOut applyOptOut;
    private final ResumeWaiting resumeWaiting;
    private final MeterRegistry meters;

    HandleInboundMessage(ApplyOptOut applyOptOut, ResumeWaiting resumeWaiting, MeterRegistry meters) {
        this.applyOptOut = applyOptOut;
        this.resumeWaiting = resumeWaiting;
        this.meters = meters;
    }

    Mono<Void> handle(Contact with, @Nullable String text, Instant when) {
        ReplyKeyword keyword = ReplyKeyword.of(text);
        return effect(keyword, with, when)
                .doOnSuccess(done -> meters.counter(
                                "dm.verify.replies", "meaning", keyword.name().toLowerCase(Locale.ROOT))
                        .increment());
    }

    private Mono<Void> effect(ReplyKeyword keyword, Contact with, Instant when) {
        return switch (keyword) {
            case NO -> applyOptOut.apply(with, new OptOut(OptOut.Kind.DECLINED, when));
            case STOP -> applyOptOut.apply(with, new OptOut(OptOut.Kind.OPTED_OUT, when));
            case START ->
                applyOptOut.lift(with, when).then(resumeWaiting.userActed(with, ResumeWaiting.WROTE_TO_US, when));
            case NONE -> Mono.empty();
        };
    }
}
