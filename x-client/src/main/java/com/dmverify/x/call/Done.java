package com.dmverify.x.call;

import tools.jackson.databind.JsonNode;

/** The result of a call whose response has no content that matters: it is empty or not JSON. */
public enum Done {
    DONE;

    /** Accepts any body. */
    public static Done read(JsonNode ignored) {
        return DONE;
    }
}
