package com.dmverify.wire;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Somebody on the sandbox's X, who does things by hand. */
final class Person {

    private final ControlDoors doors;
    private final UserId id;
    private final Handle handle;

    Person(ControlDoors doors, UserId id, Handle handle) {
        this.doors = doors;
        this.id = id;
        this.handle = handle;
    }

    UserId id() {
        return id;
    }

    Handle handle() {
        return handle;
    }

    /** Writes to the brand; X's id of the message. */
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

    /** What this one sees, newest first. */
    List<String> inbox() {
        return doors.get("/sandbox/users/" + id + "/inbox")
                .valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }

    private JsonNode does(String what, String json) {
        return doors.post("/sandbox/users/" + id + "/" + what, json);
    }
}
