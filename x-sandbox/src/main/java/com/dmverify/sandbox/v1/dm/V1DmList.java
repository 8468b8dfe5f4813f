package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.decision.Attempt;
import com.dmverify.sandbox.message.DirectMessage;
import com.dmverify.sandbox.message.Messages;
import com.dmverify.sandbox.people.Ids;
import com.dmverify.sandbox.portrait.V1Message;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code direct_messages/events/list.json}: sent and received, newest first, 30 days. A full page has a cursor, also
 * when nothing follows: the page after it is empty and has none. Messages of groups take their place on a page without
 * being shown, so a page may be empty and still have a cursor (recorded).
 */
@Component
class V1DmList {

    private static final int USUAL = 20;
    private static final int MOST = 50;
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Messages messages;
    private final V1Message portrait;
    private final Clock clock;

    V1DmList(Messages messages, V1Message portrait, Clock clock) {
        this.messages = messages;
        this.portrait = portrait;
        this.clock = clock;
    }

    Reply of(Attempt attempt) {
        long me = attempt.me().id();
        int count = count(attempt);
        Instant oldest = clock.instant().minus(MEMORY);
        List<DirectMessage> page = messages.mailbox(me, before(attempt))
                .takeWhile(message -> message.createdAt().isAfter(oldest))
                .limit(count)
                .toList();
        List<DirectMessage> shown =
                page.stream().filter(message -> !message.isGroup()).toList();
        Fields body = Fields.of(
                        "events",
                        shown.stream()
                                .map(message -> portrait.of(message, message.sender() == me))
                                .toList())
                .with("next_cursor", page.size() == count ? cursor(page.getLast()) : null)
                .with("apps", portrait.apps(shown, me));
        return Reply.json(200, body);
    }

    private static int count(Attempt attempt) {
        String text = attempt.call().query().first("count").orElse("");
        long count = Ids.parse(text).orElse(USUAL);
        return (int) Math.clamp(count, 1L, MOST);
    }

    /** Real cursors are the unpadded base64 of an id. */
    private static @Nullable String cursor(DirectMessage last) {
        return Base64.getEncoder().withoutPadding().encodeToString(last.idText().getBytes(StandardCharsets.US_ASCII));
    }

    private static long before(Attempt attempt) {
        String cursor = attempt.call().query().first("cursor").orElse("");
        try {
            String id = new String(Base64.getDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Ids.parse(id).orElse(Long.MAX_VALUE);
        } catch (IllegalArgumentException notACursor) {
            return Long.MAX_VALUE;
        }
    }
}
