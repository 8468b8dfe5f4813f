package com.dmverify.sandbox.v2.dm;

import com.dmverify.sandbox.decision.ApiRequest;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.media.MediaStore;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.v2.V2Body;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The content of a v2 message: text, an attachment, or both. */
@Component
class V2MessageContent {

    private static final Set<String> KNOWN = Set.of("text", "attachments");

    private final MediaStore media;

    V2MessageContent(MediaStore media) {
        this.media = media;
    }

    Body read(ApiRequest request, JsonNode body) {
        V2Body.onlyKnown(body, KNOWN);
        JsonNode text = body.path("text");
        JsonNode attachments = body.path("attachments");
        if (text.isMissingNode() && attachments.isMissingNode()) {
            throw ApiException.invalid("At least one of `text` and `attachments` is required.");
        }
        return new Body(text(text), attachments.isMissingNode() ? Map.of() : attachment(request, attachments));
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode()) {
            return "";
        }
        if (!node.isString() || node.stringValue().isEmpty()) {
            throw ApiException.invalid("$.text: must be at least 1 characters long");
        }
        if (Draft.isTooLong(node.stringValue())) {
            throw ApiException.invalid("$.text: must be at most " + Draft.LONGEST_TEXT + " characters long");
        }
        return node.stringValue();
    }

    private Map<String, Object> attachment(ApiRequest request, JsonNode attachments) {
        String id = Json.text(attachments.path(0).path("media_id"));
        if (!attachments.isArray() || attachments.size() != 1 || id == null) {
            throw ApiException.invalid("$.attachments: must be an array with one object with a `media_id`");
        }
        if (!media.isUsableBy(id, request.me().id())) {
            throw ApiException.of(ApiError.MEDIA_NOT_FOUND);
        }
        return Map.of(
                "attachment", media.v1Attachment(id),
                "v2_attachments", JsonObject.of("media_keys", List.of(media.key(id))));
    }

    record Body(String text, Map<String, Object> extras) {}
}
