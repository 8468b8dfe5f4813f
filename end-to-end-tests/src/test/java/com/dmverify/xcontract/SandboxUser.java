package com.dmverify.xcontract;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A user of the sandbox who acts by hand. */
final class SandboxUser {

    private final ControlClient control;
    private final UserId id;
    private final Handle handle;

    SandboxUser(ControlClient control, UserId id, Handle handle) {
        this.control = control;
        this.id = id;
        this.handle = handle;
    }

    UserId id() {
        return id;
    }

    Handle handle() {
        return handle;
    }

    /** Writes to the brand. Returns the id of the message. */
    String writes(String text) {
        return does("dms", String.format(Locale.ROOT, "{\"text\": \"%s\"}", text))
                .path("id")
                .asString();
    }

    void follows() {
        does("follow", "{}");
    }

    void unfollows() {
        does("unfollow", "{}");
    }

    void blocks() {
        does("block", "{}");
    }

    void reads() {
        does("read", "{}");
    }

    /** The texts in the inbox, newest first. */
    List<String> inbox() {
        return control.get("/sandbox/users/" + id + "/inbox")
                .valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }

    private JsonNode does(String what, String json) {
        return control.post("/sandbox/users/" + id + "/" + what, json);
    }
}
