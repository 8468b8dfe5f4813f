package com.dmverify.cli.story;

import com.dmverify.cli.story.Http.Answer;

/** A platform that verifies users through verification-api. */
public final class Platform {

    private final Http api;

    public Platform(Http api) {
        this.api = api;
    }

    public Answer start(String handle) {
        return api.post(
                "/v1/verifications",
                "{\"target\": {\"handle\": \"" + handle + "\"}, \"purpose\": \"Link your X account to Example\"}");
    }

    public Answer startChallenge(String handle) {
        return api.post(
                "/v1/verifications",
                "{\"mode\": \"dm_in\", \"target\": {\"handle\": \"" + handle
                        + "\"}, \"purpose\": \"Link your X account to Example\"}");
    }

    public Answer find(String id) {
        return api.get("/v1/verifications/" + id);
    }

    public Answer check(String id, String code) {
        return api.post("/v1/verifications/" + id + "/checks", "{\"code\": \"" + code + "\"}");
    }
}
