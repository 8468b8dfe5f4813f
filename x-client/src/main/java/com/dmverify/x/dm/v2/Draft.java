package com.dmverify.x.dm.v2;

import com.dmverify.x.json.Ids;
import com.dmverify.x.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message to send: text, uploaded media, or both. {@code toString} masks it, because it may hold a code.
 *
 * @param text not empty; the link of a post shares the post
 * @param mediaId uploaded by the same account
 */
public record Draft(@Nullable String text, @Nullable String mediaId) {

    public Draft {
        if (text == null && mediaId == null) {
            throw new IllegalArgumentException("a message has text or media");
        }
        if (text != null && text.isEmpty()) {
            throw new IllegalArgumentException("a text is not empty");
        }
        if (mediaId != null) {
            Ids.check("media", mediaId);
        }
    }

    /** Text only. */
    public static Draft text(String text) {
        return new Draft(text, null);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        if (text != null) {
            json.put("text", text);
        }
        if (mediaId != null) {
            json.putArray("attachments").addObject().put("media_id", mediaId);
        }
        return json;
    }

    @Override
    public String toString() {
        return "Draft[masked]";
    }
}
