package com.dmverify.x.dm.content;

import com.dmverify.x.UserId;
import com.dmverify.x.json.Json;
import com.dmverify.x.json.MessageText;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code message_data}. */
final class DataJson {

    private DataJson() {}

    static MessageData read(JsonNode data) {
        return new MessageData(
                MessageText.unescaped(Json.optionalText(data, "text").orElse("")),
                entities(data.path("entities")),
                quickReply(data.path("quick_reply")),
                Json.textOrNull(data.path("quick_reply_response"), "metadata"),
                attachment(data.path("attachment")),
                Json.each(data.path("ctas"), DataJson::callToAction).toList());
    }

    private static Entities entities(JsonNode entities) {
        return new Entities(
                Json.each(entities.path("hashtags"), tag -> Json.text(tag, "text"))
                        .toList(),
                Json.each(entities.path("symbols"), symbol -> Json.text(symbol, "text"))
                        .toList(),
                Json.each(
                                entities.path("user_mentions"),
                                user -> new Entities.Mention(
                                        new UserId(Json.text(user, "id_str")), Json.text(user, "screen_name")))
                        .toList(),
                Json.each(entities.path("urls"), DataJson::link).toList());
    }

    private static Entities.Link link(JsonNode link) {
        String url = Json.text(link, "url");
        return new Entities.Link(
                url,
                Json.optionalText(link, "expanded_url").orElse(url),
                Json.optionalText(link, "display_url").orElse(url));
    }

    private static @Nullable QuickReply quickReply(JsonNode quickReply) {
        List<QuickReply.Option> options = Json.each(
                        quickReply.path("options"),
                        option -> new QuickReply.Option(
                                Json.text(option, "label"),
                                Json.textOrNull(option, "description"),
                                Json.textOrNull(option, "metadata")))
                .toList();
        return options.isEmpty() ? null : new QuickReply(options);
    }

    private static CallToAction callToAction(JsonNode button) {
        return new CallToAction(
                Json.text(button, "label"), URI.create(Json.text(button, "url")), Json.textOrNull(button, "tco_url"));
    }

    private static @Nullable Attachment attachment(JsonNode attachment) {
        JsonNode media = attachment.path("media");
        if (media.isObject()) {
            return new Attachment.Media(
                    Json.optionalText(media, "id_str").orElseGet(() -> Json.text(media, "id")),
                    Json.textOrNull(media, "type"),
                    Json.textOrNull(media, "media_url_https"));
        }
        JsonNode location = attachment.path("location");
        JsonNode place = location.path("shared_place").path("place");
        if (place.isObject()) {
            return new Attachment.Place(Json.text(place, "id"));
        }
        JsonNode point = location.path("shared_coordinate").path("coordinates").path("coordinates");
        return point.size() == 2
                ? new Attachment.Coordinate(
                        point.path(0).asDouble(Double.NaN), point.path(1).asDouble(Double.NaN))
                : null;
    }
}
