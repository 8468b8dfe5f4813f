package com.dmverify.connections.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** An operator's browser: keeps cookies and the password, follows nothing by itself. */
public final class Browser implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern LINK = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\"");

    /** Long: this machine may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI home;
    private final String authorization;

    public Browser(URI home, String name, String password) {
        this.home = home;
        authorization = "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> withoutPassword(String path) {
        return send(HttpRequest.newBuilder(home.resolve(path)));
    }

    /** With a token instead of the password. */
    public HttpResponse<String> getAs(String token, String path) {
        return send(HttpRequest.newBuilder(home.resolve(path)).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Asks to connect this account, and says where the page leads to. */
    public URI leavesForX(String account) {
        HttpResponse<String> answer = presses("/connections/" + account + "/start");
        Matcher link = LINK.matcher(answer.body());
        if (answer.statusCode() != 200 || !link.find()) {
            throw new AssertionError(answer.statusCode() + " leads nowhere: " + answer.body());
        }
        return URI.create(HtmlUtils.htmlUnescape(link.group(1)));
    }

    /** Presses the button of this form. */
    public HttpResponse<String> presses(String path) {
        return post(path, "_csrf=" + URLEncoder.encode(csrfOf(get("/connections")), UTF_8));
    }

    private static String csrfOf(HttpResponse<String> list) {
        Matcher token = CSRF.matcher(list.body());
        if (!token.find()) {
            throw new AssertionError("there is no button");
        }
        return token.group(1);
    }

    /** The same, with the cookie by hand: this browser sends none that is for TLS alone. */
    public HttpResponse<String> postWithCookies(String path) {
        HttpResponse<String> list = get("/connections");
        String cookie = list.headers().firstValue("Set-Cookie").orElseThrow();
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(csrfOf(list), UTF_8))));
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    public void forgetsCookies() {
        cookies.getCookieStore().removeAll();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
