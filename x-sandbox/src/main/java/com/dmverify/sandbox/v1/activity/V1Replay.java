package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.portrait.V1Times;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.delivery.Minute;
import com.dmverify.sandbox.webhook.delivery.Replay;
import com.dmverify.sandbox.webhook.delivery.Replays;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.stereotype.Component;

/** The enterprise kind's replay: 202 and a job. */
@Component
class V1Replay {

    private final Replays replays;

    V1Replay(Replays replays) {
        this.replays = replays;
    }

    Reply start(Attempt attempt, Webhook webhook) {
        Minute from = minute(attempt, "from_date");
        Minute to = minute(attempt, "to_date");
        replays.complaint(from.begin(), to.begin()).ifPresent(complaint -> {
            throw Refused.because(Refusal.REPLAY_DATES, complaint);
        });
        Replay replay = replays.start(webhook, from.begin(), to.end())
                .orElseThrow(() -> Refused.because(Refusal.REPLAY_CONFLICT));
        return Reply.json(202, Fields.of("job_id", replay.id()).with("created_at", V1Times.iso(replay.createdAt())));
    }

    private static Minute minute(Attempt attempt, String name) {
        String text = attempt.call().param(name).orElseThrow(() -> Refused.because(Refusal.REPLAY_DATE_MISSING, name));
        return Minute.read(text)
                .orElseThrow(() -> Refused.because(Refusal.REPLAY_DATES, name + " must be in yyyymmddhhmm format."));
    }
}
