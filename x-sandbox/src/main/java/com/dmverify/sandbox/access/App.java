package com.dmverify.sandbox.access;

import java.util.List;

/**
 * A developer's app. Its secrets sign requests, challenges and deliveries; {@code toString} shows none of them.
 *
 * @param id the numeric id that events carry as {@code source_app_id}
 * @param callbacks the registered callback addresses; when empty every address is taken
 */
public record App(
        String id,
        String name,
        String consumerKey,
        String consumerSecret,
        String clientId,
        String clientSecret,
        Permission permission,
        List<String> callbacks) {

    public App {
        callbacks = List.copyOf(callbacks);
    }

    @Override
    public String toString() {
        return "App[id=" + id + ", name=" + name + "]";
    }
}
