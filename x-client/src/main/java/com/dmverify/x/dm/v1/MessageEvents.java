package com.dmverify.x.dm.v1;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.Done;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.dm.SentMessage;
import com.dmverify.x.dm.content.ArgumentChecks;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import com.dmverify.x.oauth.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All calls of v1.1 Direct Messages. Legacy and Enterprise contracts only. Arguments beyond X's limits are an {@link
 * IllegalArgumentException}. Source: X's v1.1 pages "Direct Messages".
 */
public final class MessageEvents {

    private static final String EVENTS = "/1.1/direct_messages/events/";
    private static final int LARGEST_PAGE = 50;

    private final CallExecutor executor;

    public MessageEvents(CallExecutor executor) {
        this.executor = executor;
    }

    /** Sends a message. Success means that X accepted it. */
    public Answer<SentMessage> create(NewMessage message) {
        ObjectNode body = Json.object();
        ObjectNode create =
                body.putObject("event").put("type", "message_create").putObject("message_create");
        create.putObject("target").put("recipient_id", message.recipient().value());
        create.set("message_data", message.content().toJson());
        if (message.customProfileId() != null) {
            create.put("custom_profile_id", message.customProfileId());
        }
        return executor.execute(
                Call.of(HttpMethod.POST, EVENTS + "new.json").withJson(body),
                answer -> SentMessage.v1(answer.path("event")));
    }

    /** One message, as a page of one, with the app it was sent with. 15 calls in 15 minutes. */
    public Answer<EventPage> show(String eventId) {
        Ids.check("a message", eventId);
        return executor.execute(
                Call.get(EVENTS + "show.json").with("id", eventId), body -> EventJson.single(body, executor.now()));
    }

    /**
     * The latest messages. 15 calls in 15 minutes.
     *
     * @param count 1 to 50
     * @param cursor null for the first page, then {@code next} of the page before
     */
    public Answer<EventPage> list(int count, @Nullable String cursor) {
        ArgumentChecks.count(count, LARGEST_PAGE);
        Call call = Call.get(EVENTS + "list.json").with("count", Integer.toString(count));
        return executor.execute(
                cursor == null ? call : call.with("cursor", cursor), body -> EventJson.list(body, executor.now()));
    }

    /** Removes a message from the account's own view; the other party keeps it. */
    public Answer<Done> destroy(String eventId) {
        Ids.check("a message", eventId);
        return executor.execute(
                Call.of(HttpMethod.DELETE, EVENTS + "destroy.json").with("id", eventId), Done::read);
    }

    /** Shows the recipient a typing indicator for about three seconds. */
    public Answer<Done> indicateTyping(UserId recipient) {
        return post("indicate_typing.json", new Parameter("recipient_id", recipient.value()));
    }

    /** Sends a read receipt up to this message. */
    public Answer<Done> markRead(UserId recipient, String lastReadEventId) {
        Ids.check("a message", lastReadEventId);
        return post(
                "mark_read.json",
                new Parameter("last_read_event_id", lastReadEventId),
                new Parameter("recipient_id", recipient.value()));
    }

    private Answer<Done> post(String path, Parameter... form) {
        return executor.execute(
                Call.of(HttpMethod.POST, "/1.1/direct_messages/" + path).withForm(List.of(form)), Done::read);
    }
}
