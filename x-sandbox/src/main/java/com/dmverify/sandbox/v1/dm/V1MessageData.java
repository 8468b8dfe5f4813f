package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.http.Json;
import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.media.MediaStore;
import com.dmverify.sandbox.message.Draft;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads {@code message_data}: text, quick replies, buttons and one attachment, with X's limits. */
@Component
public class V1MessageData {

    private final MediaStore media;

    V1MessageData(MediaStore media) {
        this.media = media;
    }

    /** Throws {@link ApiException}. */
    public Content read(JsonNode data, long sender) {
        Map<String, Object> extras = new LinkedHashMap<>();
        JsonNode quickReply = data.path("quick_reply");
        if (!quickReply.isMissingNode() && !quickReply.isNull()) {
            extras.put("quick_reply", V1QuickReplies.read(quickReply));
        }
        JsonNode buttons = data.path("ctas");
        if (!buttons.isMissingNode() && !buttons.isNull()) {
            extras.put("ctas", V1Buttons.read(buttons));
        }
        JsonNode attachment = data.path("attachment");
        if (!attachment.isMissingNode() && !attachment.isNull()) {
            extras.put("attachment", attachment(attachment, sender));
        }
        return new Content(text(data.path("text"), extras.containsKey("attachment")), extras);
    }

    private static String text(JsonNode node, boolean optional) {
        if (!node.isString() || node.stringValue().isEmpty()) {
            if (optional && (node.isMissingNode() || node.isString())) {
                return "";
            }
            throw ApiException.of(ApiError.PARAMETER_MISSING, "text");
        }
        if (Draft.isTooLong(node.stringValue())) {
            throw ApiException.of(ApiError.TEXT_TOO_LONG);
        }
        return node.stringValue();
    }

    private Object attachment(JsonNode attachment, long sender) {
        String type = Json.text(attachment.path("type"));
        if ("media".equals(type)) {
            String id = Json.text(attachment.path("media").path("id"));
            if (id == null || !media.isUsableBy(id, sender)) {
                throw ApiException.of(ApiError.MEDIA_NOT_FOUND);
            }
            return media.v1Attachment(id);
        }
        if ("location".equals(type)) {
            return location(attachment);
        }
        throw ApiException.of(ApiError.BAD_REQUEST, "attachment.type must be media or location.");
    }

    private static JsonObject location(JsonNode attachment) {
        JsonNode location = attachment.path("location");
        JsonNode point = location.path("shared_coordinate").path("coordinates").path("coordinates");
        boolean isPlace = Json.text(location.path("shared_place").path("place").path("id")) != null;
        if (!isPlace && !isPoint(point)) {
            throw ApiException.of(ApiError.INVALID_COORDINATES);
        }
        return JsonObject.of("type", "location").with("location", location);
    }

    private static boolean isPoint(JsonNode point) {
        return point.isArray()
                && point.size() == 2
                && point.path(0).isNumber()
                && point.path(1).isNumber()
                && Math.abs(point.path(0).doubleValue()) <= 180
                && Math.abs(point.path(1).doubleValue()) <= 90;
    }

    /** The text and the other members. */
    public record Content(String text, Map<String, Object> extras) {}
}
