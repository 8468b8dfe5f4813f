package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.person.Ids;
import com.dmverify.sandbox.v1.V1Body;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the body of {@code direct_messages/events/new.json}. */
@Component
class V1DraftReader {

    private final V1MessageData messageData;

    V1DraftReader(V1MessageData messageData) {
        this.messageData = messageData;
    }

    Draft read(ApiRequest request) {
        JsonNode event = V1Body.of(request).path("event");
        String type = Json.text(event.path("type"));
        if (type == null) {
            throw ApiException.of(ApiError.PARAMETER_MISSING, "event.type");
        }
        if (!type.equals("message_create")) {
            throw ApiException.of(ApiError.BAD_REQUEST, "event.type must be message_create.");
        }
        JsonNode create = event.path("message_create");
        long recipient = recipient(create.path("target").path("recipient_id"));
        V1MessageData.Content content =
                messageData.read(create.path("message_data"), request.me().id());
        return Draft.to(recipient, content.text(), content.extras());
    }

    private static long recipient(JsonNode node) {
        String id = Json.text(node);
        if (id == null) {
            throw ApiException.of(ApiError.PARAMETER_MISSING, "recipient_id");
        }
        return Ids.parse(id).orElseThrow(() -> ApiException.of(ApiError.USER_NOT_FOUND));
    }
}
