package com.dmverify.x.call;

import tools.jackson.databind.JsonNode;

/** X did it and has nothing to say about it: its answer is empty, or not even JSON. */
public enum Done {
    DONE;

    /** Takes any body of a success for one. */
    public static Done read(JsonNode ignored) {
        return DONE;
    }
}
