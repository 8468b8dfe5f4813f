package com.dmverify.x.dm.v2;

import com.dmverify.x.Answer;
import com.dmverify.x.UserId;
import com.dmverify.x.call.Call;
import com.dmverify.x.call.HttpMethod;
import com.dmverify.x.http.CallExecutor;
import com.dmverify.x.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends Direct Messages in v2. All three ways share one rate limit. Source: X's pages "Manage Direct Messages". */
public final class Conversations {

    private static final String PATH = "/2/dm_conversations";
    private static final int FEWEST_OTHERS = 2;
    private static final int MOST_OTHERS = 49;

    private final CallExecutor executor;

    public Conversations(CallExecutor executor) {
        this.executor = executor;
    }

    /** Sends to one account. */
    public Answer<AcceptedMessage> send(UserId recipient, Draft draft) {
        return send(PATH + "/with/" + recipient + "/messages", draft.toJson());
    }

    /** Sends into an existing conversation. */
    public Answer<AcceptedMessage> send(ConversationId conversation, Draft draft) {
        return send(PATH + "/" + conversation + "/messages", draft.toJson());
    }

    /** Creates a new group with 2 to 49 others, at each call. */
    public Answer<AcceptedMessage> createGroup(List<UserId> others, Draft draft) {
        if (others.size() < FEWEST_OTHERS || others.size() > MOST_OTHERS) {
            throw new IllegalArgumentException("a group has 2 to 49 others");
        }
        ObjectNode body = Json.object().put("conversation_type", "Group");
        var participants = body.putArray("participant_ids");
        others.forEach(other -> participants.add(other.value()));
        body.set("message", draft.toJson());
        return send(PATH, body);
    }

    /** Blocks messages from this account. Returns whether it is blocked now. */
    public Answer<Boolean> block(UserId user) {
        return blocking(user, "block");
    }

    /** Unblocks messages from this account. Returns whether it is blocked now. */
    public Answer<Boolean> unblock(UserId user) {
        return blocking(user, "unblock");
    }

    private Answer<AcceptedMessage> send(String path, JsonNode body) {
        return executor.execute(Call.of(HttpMethod.POST, path).withJson(body), answer -> {
            JsonNode data = Json.child(answer, "data");
            return new AcceptedMessage(
                    new ConversationId(Json.text(data, "dm_conversation_id")), Json.text(data, "dm_event_id"));
        });
    }

    private Answer<Boolean> blocking(UserId user, String action) {
        return executor.execute(
                Call.of(HttpMethod.POST, "/2/users/" + user + "/dm/" + action),
                answer -> Json.flag(answer.path("data"), "blocked"));
    }
}
