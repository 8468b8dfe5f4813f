package com.dmverify.x.webhook;

import com.dmverify.x.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the content of messages out of JSON that will be kept: what we send carries codes, and links repeat them. */
final class Blanking {

    private Blanking() {}

    /**
     * Empties every message's content, however deep.
     *
     * @param textToo whether to empty fields called {@code text} outside of a message's usual place as well
     */
    static void blank(JsonNode node, boolean textToo) {
        if (node instanceof ObjectNode object) {
            if (object.has("message_data")) {
                object.set("message_data", Json.object().put("text", ""));
            }
            if (textToo && object.has("text")) {
                object.put("text", "");
            }
        }
        node.values().forEach(child -> blank(child, textToo));
    }
}
