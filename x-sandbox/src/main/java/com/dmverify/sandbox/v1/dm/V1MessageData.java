package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.media.MediaStore;
import com.dmverify.sandbox.message.Draft;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.wire.Fields;
import com.dmverify.sandbox.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code message_data}: text, quick replies, buttons, one attachment; with the limits of X's pages. */
@Component
public class V1MessageData {

    private final MediaStore media;

    V1MessageData(MediaStore media) {
        this.media = media;
    }

    /** Throws {@link Refused}. */
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
            throw Refused.because(Refusal.PARAMETER_MISSING, "text");
        }
        if (Draft.isTooLong(node.stringValue())) {
            throw Refused.because(Refusal.TEXT_TOO_LONG);
        }
        return node.stringValue();
    }

    private Object attachment(JsonNode attachment, long sender) {
        String type = Json.text(attachment.path("type"));
        if ("media".equals(type)) {
            String id = Json.text(attachment.path("media").path("id"));
            if (id == null || !media.isUsableBy(id, sender)) {
                throw Refused.because(Refusal.MEDIA_NOT_FOUND);
            }
            return media.v1Attachment(id);
        }
        if ("location".equals(type)) {
            return location(attachment);
        }
        throw Refused.because(Refusal.BAD_REQUEST, "attachment.type must be media or location.");
    }

    private static Fields location(JsonNode attachment) {
        JsonNode location = attachment.path("location");
        JsonNode point = location.path("shared_coordinate").path("coordinates").path("coordinates");
        boolean isPlace = Json.text(location.path("shared_place").path("place").path("id")) != null;
        if (!isPlace && !isPoint(point)) {
            throw Refused.because(Refusal.INVALID_COORDINATES);
        }
        return Fields.of("type", "location").with("location", location);
    }

    private static boolean isPoint(JsonNode point) {
        return point.isArray()
                && point.size() == 2
                && point.path(0).isNumber()
                && point.path(1).isNumber()
                && Math.abs(point.path(0).doubleValue()) <= 180
                && Math.abs(point.path(1).doubleValue()) <= 90;
    }

    /** What was read. */
    public record Content(String text, Map<String, Object> extras) {}
}
