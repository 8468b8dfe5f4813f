package com.dmverify.api.delivery;

import com.dmverify.api.refusal.Reply;
import com.dmverify.api.refusal.TakeRefusal;
import com.dmverify.api.verification.Conversation;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person wrote to the account: a refusal is obeyed and never taken for a sign of interest; anything else opens the way. */
@Component
class HearMessage {

    private final TakeRefusal takeRefusal;
    private final ResumeWaiting resumeWaiting;

    HearMessage(TakeRefusal takeRefusal, ResumeWaiting resumeWaiting) {
        this.takeRefusal = takeRefusal;
        this.resumeWaiting = resumeWaiting;
    }

    Mono<Void> heard(Conversation with, @Nullable Handle handle, @Nullable String text, Instant when) {
        return switch (Reply.of(text)) {
            case NO -> takeRefusal.heard(with, handle, new Refusal(Refusal.Kind.DECLINED, when));
            case STOP -> takeRefusal.heard(with, handle, new Refusal(Refusal.Kind.OPTED_OUT, when));
            case START -> takeRefusal.lifted(with).then(resumeWaiting.userActed(with, ResumeWaiting.WROTE_TO_US, when));
            case ANYTHING_ELSE -> resumeWaiting.userActed(with, ResumeWaiting.WROTE_TO_US, when);
        };
    }
}
