package com.dmverify.webhook.registration;

import com.dmverify.x.AppOnlyCredentials;
import com.dmverify.x.XClient;
import java.net.URI;

/**
 * Makes clients of X for apps.
 *
 * @param baseUrl the API of X
 */
public record XClients(URI baseUrl) {

    /** A client with these credentials; its caller closes it. */
    public XClient of(AppOnlyCredentials credentials) {
        return XClient.builder().baseUrl(baseUrl).credentials(credentials).build();
    }
}
