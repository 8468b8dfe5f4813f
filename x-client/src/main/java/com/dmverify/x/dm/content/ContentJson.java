package com.dmverify.x.dm.content;

import com.dmverify.x.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code message_data}. */
final class ContentJson {

    private ContentJson() {}

    static ObjectNode of(Content content) {
        ObjectNode json = Json.object().put("text", content.text());
        if (content.quickReply() != null) {
            json.set("quick_reply", quickReply(content.quickReply()));
        }
        if (content.attachment() != null) {
            json.set("attachment", attachment(content.attachment()));
        }
        if (!content.callsToAction().isEmpty()) {
            var buttons = json.putArray("ctas");
            content.callsToAction()
                    .forEach(button -> buttons.addObject()
                            .put("type", "web_url")
                            .put("label", button.label())
                            .put("url", button.url().toString()));
        }
        return json;
    }

    private static ObjectNode quickReply(QuickReply quickReply) {
        ObjectNode json = Json.object().put("type", "options");
        var options = json.putArray("options");
        for (QuickReply.Option option : quickReply.options()) {
            ObjectNode written = options.addObject().put("label", option.label());
            putIfGiven(written, "description", option.description());
            putIfGiven(written, "metadata", option.metadata());
        }
        return json;
    }

    private static ObjectNode attachment(Attachment attachment) {
        ObjectNode json = Json.object();
        switch (attachment) {
            case Attachment.Media media ->
                json.put("type", "media").putObject("media").put("id", media.id());
            case Attachment.Coordinate(double longitude, double latitude) ->
                json.put("type", "location")
                        .putObject("location")
                        .put("type", "shared_coordinate")
                        .putObject("shared_coordinate")
                        .putObject("coordinates")
                        .put("type", "Point")
                        .putArray("coordinates")
                        .add(longitude)
                        .add(latitude);
            case Attachment.Place(String id) ->
                json.put("type", "location")
                        .putObject("location")
                        .put("type", "shared_place")
                        .putObject("shared_place")
                        .putObject("place")
                        .put("id", id);
        }
        return json;
    }

    private static void putIfGiven(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
