package com.dmverify.allinone;

import com.dmverify.allinone.Http.Answer;

/** A platform that wants to know who is in front of it. */
final class Platform {

    private final Http api;

    Platform(Http api) {
        this.api = api;
    }

    Answer asksFor(String handle) {
        return api.post(
                "/v1/verifications",
                "{\"target\": {\"handle\": \"" + handle + "\"}, \"purpose\": \"Link your X account to Example\"}");
    }

    Answer looksAt(String id) {
        return api.get("/v1/verifications/" + id);
    }

    Answer checks(String id, String code) {
        return api.post("/v1/verifications/" + id + "/checks", "{\"code\": \"" + code + "\"}");
    }
}
