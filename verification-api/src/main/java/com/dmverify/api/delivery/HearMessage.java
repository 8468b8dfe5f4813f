package com.dmverify.api.delivery;

import com.dmverify.api.refusal.TakeRefusal;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Refusal;
import com.dmverify.text.ReplyKeyword;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A person wrote to the account. A refusal is obeyed; START, or a yes of the documented list, opens the way. Anything else is a
 * conversation with the brand: it changes nothing, and is counted ({@code dm.verify.replies}, tag {@code meaning}).
 */
@Component
class HearMessage {

    private final TakeRefusal takeRefusal;
    private final ResumeWaiting resumeWaiting;
    private final MeterRegistry meters;

    HearMessage(TakeRefusal takeRefusal, ResumeWaiting resumeWaiting, MeterRegistry meters) {
        this.takeRefusal = takeRefusal;
        this.resumeWaiting = resumeWaiting;
        this.meters = meters;
    }

    Mono<Void> heard(Conversation with, @Nullable String text, Instant when) {
        ReplyKeyword keyword = ReplyKeyword.of(text);
        return effect(keyword, with, when)
                .doOnSuccess(done -> meters.counter(
                                "dm.verify.replies", "meaning", keyword.name().toLowerCase(Locale.ROOT))
                        .increment());
    }

    private Mono<Void> effect(ReplyKeyword keyword, Conversation with, Instant when) {
        return switch (keyword) {
            case NO -> takeRefusal.heard(with, new Refusal(Refusal.Kind.DECLINED, when));
            case STOP -> takeRefusal.heard(with, new Refusal(Refusal.Kind.OPTED_OUT, when));
            case START ->
                takeRefusal.lifted(with, when).then(resumeWaiting.userActed(with, ResumeWaiting.WROTE_TO_US, when));
            case NONE -> Mono.empty();
        };
    }
}
