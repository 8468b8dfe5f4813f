package com.dmverify.sandbox.consent;

import com.dmverify.sandbox.http.Reply;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** The HTML around the content of a consent page. */
@Component
class PageLayout {

    /** Without {@code form-action}: the form redirects to the app, and browsers apply that directive to redirects. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    Reply page(int status, String title, String content) {
        String html = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><title>"
                + Html.escape(title)
                + " · X sandbox</title><link rel=\"stylesheet\" href=\"/page.css\"></head>"
                + "<body class=\"consent\"><main class=\"card\">"
                + content
                + "</main></body></html>";
        return Reply.text(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .header("content-security-policy", POLICY)
                .header("x-content-type-options", "nosniff")
                .header("cache-control", "no-store");
    }
}
