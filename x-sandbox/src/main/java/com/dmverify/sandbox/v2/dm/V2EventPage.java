package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.http.Call;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V2EventJson;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.v2.Page;
import com.dmverify.sandbox.v2.PageToken;
import com.dmverify.sandbox.v2.V2Parameters;
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
    private final V2EventJson json;
    private final V2Includes includes;
    private final Clock clock;

    V2EventPage(Messages messages, V2EventJson json, V2Includes includes, Clock clock) {
        this.messages = messages;
        this.json = json;
        this.includes = includes;
        this.clock = clock;
    }

    Reply of(ApiRequest request, long mailbox, Predicate<DirectMessage> which) {
        Call call = request.call();
        int most = V2Parameters.number(call, "max_results", MOST, MOST);
        Set<String> types = V2Parameters.list(call, "event_types");
        if (!types.isEmpty() && !types.contains("MessageCreate")) {
            return Reply.json(200, JsonObject.of("meta", JsonObject.of("result_count", 0)));
        }
        Instant oldest = clock.instant().minus(MEMORY);
        Page<DirectMessage> page = Page.of(
                PageToken.of(request),
                most,
                below -> messages.mailbox(mailbox, below)
                        .takeWhile(message -> message.createdAt().isAfter(oldest))
                        .filter(which),
                above -> messages.mailboxAfter(mailbox, above)
                        .filter(message -> message.createdAt().isAfter(oldest) && which.test(message)));
        return reply(request, page);
    }

    private Reply reply(ApiRequest request, Page<DirectMessage> page) {
        Set<String> fields = V2Parameters.list(request.call(), "dm_event.fields");
        JsonObject body = new JsonObject();
        if (!page.items().isEmpty()) {
            body.with(
                    "data",
                    page.items().stream()
                            .map(message -> json.of(message, fields))
                            .toList());
            body.with("includes", includes.of(request, page.items()));
        }
        return Reply.json(200, body.with("meta", page.meta(DirectMessage::id)));
    }
}
