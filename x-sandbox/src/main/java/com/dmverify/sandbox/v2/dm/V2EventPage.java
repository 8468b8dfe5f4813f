package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.portrait.V2Event;
import com.dmverify.sandbox.v2.Page;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Parameters;
import com.dmverify.sandbox.wire.Call;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** A page of events, newest first, of the last 30 days. An empty page has no {@code data} at all (recorded). */
@Component
class V2EventPage {

    private static final int MOST = 100;
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Messages messages;
    private final V2Event portrait;
    private final V2Includes includes;
    private final Clock clock;

    V2EventPage(Messages messages, V2Event portrait, V2Includes includes, Clock clock) {
        this.messages = messages;
        this.portrait = portrait;
        this.includes = includes;
        this.clock = clock;
    }

    Reply of(Attempt attempt, long mailbox, Predicate<DirectMessage> which) {
        Call call = attempt.call();
        int most = V2Parameters.number(call, "max_results", MOST, MOST);
        Set<String> types = V2Parameters.list(call, "event_types");
        if (!types.isEmpty() && !types.contains("MessageCreate")) {
            return Reply.json(200, Fields.of("meta", Fields.of("result_count", 0)));
        }
        Instant oldest = clock.instant().minus(MEMORY);
        Page<DirectMessage> page = Page.of(
                PageToken.of(attempt),
                most,
                below -> messages.mailbox(mailbox, below)
                        .takeWhile(message -> message.createdAt().isAfter(oldest))
                        .filter(which),
                above -> messages.mailboxAfter(mailbox, above)
                        .filter(message -> message.createdAt().isAfter(oldest) && which.test(message)));
        return reply(attempt, page);
    }

    private Reply reply(Attempt attempt, Page<DirectMessage> page) {
        Set<String> fields = V2Parameters.list(attempt.call(), "dm_event.fields");
        Fields body = new Fields();
        if (!page.items().isEmpty()) {
            body.with(
                    "data",
                    page.items().stream()
                            .map(message -> portrait.of(message, fields))
                            .toList());
            body.with("includes", includes.of(attempt, page.items()));
        }
        return Reply.json(200, body.with("meta", page.meta(DirectMessage::id)));
    }
}
