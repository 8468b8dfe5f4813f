package com.dmverify.x.dm.content;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A button below a message that opens a page. Source: X's v1.1 page "Customer feedback and buttons".
 *
 * @param label 1 to 36 characters
 * @param url http or https
 * @param tcoUrl X's own link to it; null when sending
 */
public record CallToAction(String label, URI url, @Nullable String tcoUrl) {

    private static final int LONGEST_LABEL = 36;

    public CallToAction {
        ArgumentChecks.text("a label", label, LONGEST_LABEL);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("a button opens a web page");
        }
    }

    /** A button to send. */
    public static CallToAction to(String label, URI url) {
        return new CallToAction(label, url, null);
    }
}
