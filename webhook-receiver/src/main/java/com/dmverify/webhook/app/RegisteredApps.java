package com.dmverify.webhook.app;

import com.dmverify.x.AppOnlyCredentials;
import java.net.URI;
import java.util.List;

/**
 * The apps whose webhooks this service registers at X.
 *
 * @param all none unless the configuration says so
 */
public record RegisteredApps(List<Registered> all) {

    public RegisteredApps {
        all = List.copyOf(all);
    }

    /**
     * One app.
     *
     * @param url where X is to deliver
     */
    public record Registered(String app, URI url, AppOnlyCredentials credentials) {}
}
