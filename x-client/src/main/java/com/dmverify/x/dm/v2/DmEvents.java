package com.dmverify.x.dm.v2;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Reads events of 30 days in v2. Message requests and encrypted messages are not returned. Source: X's
 * pages "Direct Messages lookup".
 */
public final class DmEvents {

    private static final String EVENTS = "/2/dm_events";
    private static final String CONVERSATIONS = "/2/dm_conversations/";
    private static final String EVENTS_OF_IT = "/dm_events";

    private final CallExecutor executor;

    public DmEvents(CallExecutor executor) {
        this.executor = executor;
    }

    /** Of all conversations. */
    public Answer<DmPage> all(EventQuery query) {
        return executor.execute(query.list(EVENTS), this::page);
    }

    /** Of the conversation with one account. */
    public Answer<DmPage> with(UserId other, EventQuery query) {
        return executor.execute(query.list(CONVERSATIONS + "with/" + other + EVENTS_OF_IT), this::page);
    }

    /** Of one conversation, also a group. */
    public Answer<DmPage> in(ConversationId conversation, EventQuery query) {
        return executor.execute(query.list(CONVERSATIONS + conversation + EVENTS_OF_IT), this::page);
    }

    /** One event, as a page of one. Of the query only fields and expansions are used. */
    public Answer<DmPage> one(String eventId, EventQuery query) {
        return executor.execute(query.details(Call.get(path(eventId))), this::single);
    }

    /** Removes one of our own messages from our view. */
    public Answer<Boolean> delete(String eventId) {
        return executor.execute(
                Call.of(HttpMethod.DELETE, path(eventId)), body -> Json.flag(body.path("data"), "deleted"));
    }

    private static String path(String eventId) {
        return EVENTS + "/" + Ids.check("an event", eventId);
    }

    private DmPage page(JsonNode body) {
        return DmJson.page(body, executor.now());
    }

    private DmPage single(JsonNode body) {
        return DmJson.single(body, executor.now());
    }
}
