package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.http.Reply;
import com.dmverify.sandbox.json.V1MessageJson;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.person.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code direct_messages/events/list.json}: sent and received messages of 30 days, newest first. A full page has a cursor, also
 * if the next page is empty. Group messages count on a page without being shown, so a page may be empty and have a cursor
 * (recorded).
 */
@Component
class V1DmList {

    private static final int USUAL = 20;
    private static final int MOST = 50;
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Messages messages;
    private final V1MessageJson json;
    private final Clock clock;

    V1DmList(Messages messages, V1MessageJson json, Clock clock) {
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    Reply of(ApiRequest request) {
        long me = request.me().id();
        int count = count(request);
        Instant oldest = clock.instant().minus(MEMORY);
        List<DirectMessage> page = messages.mailbox(me, before(request))
                .takeWhile(message -> message.createdAt().isAfter(oldest))
                .limit(count)
                .toList();
        List<DirectMessage> shown =
                page.stream().filter(message -> !message.isGroup()).toList();
        JsonObject body = JsonObject.of(
                        "events",
                        shown.stream()
                                .map(message -> json.of(message, message.sender() == me))
                                .toList())
                .with("next_cursor", page.size() == count ? cursor(page.getLast()) : null)
                .with("apps", json.apps(shown, me));
        return Reply.json(200, body);
    }

    private static int count(ApiRequest request) {
        String text = request.call().query().first("count").orElse("");
        long count = Ids.parse(text).orElse(USUAL);
        return (int) Math.clamp(count, 1L, MOST);
    }

    /** X's cursors are the unpadded base64 of an id. */
    private static @Nullable String cursor(DirectMessage last) {
        return Base64.getEncoder().withoutPadding().encodeToString(last.idText().getBytes(StandardCharsets.US_ASCII));
    }

    private static long before(ApiRequest request) {
        String cursor = request.call().query().first("cursor").orElse("");
        try {
            String id = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Ids.parse(id).orElse(Long.MAX_VALUE);
        } catch (IllegalArgumentException notACursor) {
            return Long.MAX_VALUE;
        }
    }
}
