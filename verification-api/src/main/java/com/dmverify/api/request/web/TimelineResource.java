package com.dmverify.api.request.web;

import com.dmverify.api.timeline.Timeline;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a verification, the oldest first; nothing in it was written by a person. */
record TimelineResource(List<Entry> data) {

    static TimelineResource of(List<Timeline.Entry> entries) {
        return new TimelineResource(entries.stream()
                .map(entry -> new Entry(entry.at(), entry.event(), entry.cause()))
                .toList());
    }

    /**
     * One thing that happened.
     *
     * @param event the word of the event in lower case, or {@code seen}
     * @param cause why, where the event alone does not say it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(Instant at, String event, @Nullable String cause) {}
}
