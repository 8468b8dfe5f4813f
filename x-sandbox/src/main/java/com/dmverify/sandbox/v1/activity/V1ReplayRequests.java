package com.dmverify.sandbox.v1.activity;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1Time;
import com.dmverify.sandbox.webhook.Webhook;
import com.dmverify.sandbox.webhook.delivery.ReplayJob;
import com.dmverify.sandbox.webhook.delivery.ReplayJobs;
import com.dmverify.sandbox.webhook.delivery.ReplayMinute;
import org.springframework.stereotype.Component;

/** The replay of the enterprise API: 202 and a job. */
@Component
class V1ReplayRequests {

    private final ReplayJobs replays;

    V1ReplayRequests(ReplayJobs replays) {
        this.replays = replays;
    }

    Reply start(ApiRequest request, Webhook webhook) {
        ReplayMinute from = minute(request, "from_date");
        ReplayMinute to = minute(request, "to_date");
        replays.problem(from.begin(), to.begin()).ifPresent(problem -> {
            throw ApiException.of(ApiError.REPLAY_DATES, problem);
        });
        ReplayJob replay = replays.start(webhook, from.begin(), to.end())
                .orElseThrow(() -> ApiException.of(ApiError.REPLAY_CONFLICT));
        return Reply.json(202, JsonObject.of("job_id", replay.id()).with("created_at", V1Time.iso(replay.createdAt())));
    }

    private static ReplayMinute minute(ApiRequest request, String name) {
        String text = request.call().param(name).orElseThrow(() -> ApiException.of(ApiError.REPLAY_DATE_MISSING, name));
        return ReplayMinute.read(text)
                .orElseThrow(() -> ApiException.of(ApiError.REPLAY_DATES, name + " must be in yyyymmddhhmm format."));
    }
}
