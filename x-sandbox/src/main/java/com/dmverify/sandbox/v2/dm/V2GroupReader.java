package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.message.Conversations;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.person.Snowflakes;
import com.dmverify.sandbox.v2.V2Body;
import com.dmverify.sandbox.v2.V2Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code POST /2/dm_conversations}: always a new group. */
@Component
class V2GroupReader {

    private static final Set<String> KNOWN = Set.of("conversation_type", "participant_ids", "message");
    private static final int FEWEST = 2;
    private static final int MOST = 49;

    private final Conversations conversations;
    private final V2MessageContent content;
    private final Snowflakes ids;

    V2GroupReader(Conversations conversations, V2MessageContent content, Snowflakes ids) {
        this.conversations = conversations;
        this.content = content;
        this.ids = ids;
    }

    Draft read(ApiRequest request) {
        JsonNode body = V2Body.of(request);
        V2Body.onlyKnown(body, KNOWN);
        if (!V2Body.required(body, "conversation_type").equals("Group")) {
            throw ApiException.invalid("$.conversation_type: must be `Group`");
        }
        List<Long> others = V2Parameters.without(
                participants(body.path("participant_ids")), request.me().id());
        V2MessageContent.Body message = content.read(request, body.path("message"));
        return Draft.in(Long.toString(ids.next()), others, message.text(), message.extras());
    }

    /** Stores the members after the checks. */
    void open(ApiRequest request) {
        String conversation = request.draft().conversation();
        List<Long> members = new ArrayList<>(request.draft().recipients());
        members.add(request.me().id());
        if (conversation == null || !conversations.open(conversation, members)) {
            throw ApiException.of(ApiError.OVER_CAPACITY);
        }
    }

    private static List<Long> participants(JsonNode node) {
        if (!node.isArray() || node.size() < FEWEST || node.size() > MOST) {
            throw ApiException.invalid("$.participant_ids: must be an array of " + FEWEST + " to " + MOST + " ids");
        }
        List<Long> ids = new ArrayList<>();
        for (JsonNode id : node) {
            String text = Json.text(id);
            ids.add(Ids.parse(text == null ? "" : text)
                    .orElseThrow(() -> ApiException.invalid("$.participant_ids: must match ^[0-9]{1,19}$")));
        }
        return ids.stream().distinct().toList();
    }
}
