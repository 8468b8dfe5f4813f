package com.dmverify.sandbox.v1.dm;

import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import com.dmverify.sandbox.v1.V1Texts;
import com.dmverify.sandbox.wire.Fields;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code quick_reply}: 1 to 20 options; descriptions for all or for none. */
final class V1QuickReplies {

    private static final int MOST = 20;
    private static final int LABEL = 36;
    private static final int DESCRIPTION = 72;
    private static final int METADATA = 1000;

    private V1QuickReplies() {}

    static Fields read(JsonNode quickReply) {
        if (!"options".equals(quickReply.path("type").asString(""))) {
            throw wrong("quick_reply.type must be options.");
        }
        JsonNode options = quickReply.path("options");
        if (!options.isArray() || options.isEmpty() || options.size() > MOST) {
            throw wrong("quick_reply.options must have 1 to " + MOST + " options.");
        }
        List<Fields> all = new ArrayList<>();
        int described = 0;
        for (JsonNode option : options) {
            Fields read = option(option);
            described += read.containsKey("description") ? 1 : 0;
            all.add(read);
        }
        if (described != 0 && described != all.size()) {
            throw wrong("quick_reply.options: all options have a description or none.");
        }
        return Fields.of("type", "options").with("options", all);
    }

    private static Fields option(JsonNode option) {
        String label = V1Texts.atMost(option, "label", LABEL);
        if (label == null || label.isBlank() || label.contains("://")) {
            throw wrong("quick_reply.options.label is required and must not be a URL.");
        }
        return Fields.of("label", label)
                .with("description", V1Texts.atMost(option, "description", DESCRIPTION))
                .with("metadata", V1Texts.atMost(option, "metadata", METADATA));
    }

    private static Refused wrong(String text) {
        return Refused.because(Refusal.BAD_REQUEST, text);
    }
}
