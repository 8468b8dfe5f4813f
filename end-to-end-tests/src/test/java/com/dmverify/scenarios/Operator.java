package com.dmverify.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** An operator with a browser who connects the brand's account through X's consent page. */
final class Operator {

    static final String PASSWORD = "6f1d0c4b9e7a2358d4c1";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI pages;

    /** @param port of dm-sender */
    Operator(int port) {
        pages = URI.create("http://localhost:" + port);
    }

    /** Consents on X as this user and follows the redirect. */
    HttpResponse<String> connects(String account, String user) {
        URI consent = linkOf(submits("/connections/" + account + "/start"));
        HttpRequest allows = HttpRequest.newBuilder(consent)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("decision=approve&user=" + user))
                .build();
        return visits(location(send(allows)));
    }

    private HttpResponse<String> visits(URI page) {
        return send(authorized(page).build());
    }

    /** Submits this form. */
    private HttpResponse<String> submits(String action) {
        String csrf = found(CSRF, visits(pages.resolve("/connections")));
        return send(authorized(pages.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + csrf))
                .build());
    }

    private static URI linkOf(HttpResponse<String> page) {
        return URI.create(HtmlUtils.htmlUnescape(found(LINK, page)));
    }

    private static String found(Pattern wanted, HttpResponse<String> page) {
        Matcher found = wanted.matcher(page.body());
        assertThat(found.find()).as("%s: %s", page.uri().getPath(), page.body()).isTrue();
        return found.group(1);
    }

    private static HttpRequest.Builder authorized(URI page) {
        String login = Base64.getEncoder().encodeToString(("operator:" + PASSWORD).getBytes(UTF_8));
        return HttpRequest.newBuilder(page).header("Authorization", "Basic " + login);
    }

    private static URI location(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri().getPath(), answer.body())
                .isBetween(300, 399);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
