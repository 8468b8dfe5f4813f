package com.dmverify.sandbox.testing;

import com.dmverify.local.testing.OffsetClock;
import com.dmverify.sandbox.XSandbox;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A sandbox that runs in this JVM on a port of its own. */
public final class Sandbox implements AutoCloseable {

    private static final Sandbox SHARED = with();

    private final ConfigurableApplicationContext context;
    private final int port;

    private Sandbox(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The sandbox that most tests share, reset to its initial state. */
    public static Sandbox fresh() {
        SHARED.control("POST", "/sandbox/reset", null);
        return SHARED;
    }

    /** A sandbox with other properties, each {@code name=value}. */
    public static Sandbox with(String... settings) {
        return start(XSandbox.application(), settings);
    }

    /** A sandbox with a clock that the test moves. */
    public static Sandbox at(OffsetClock clock, String... settings) {
        return start(
                XSandbox.application()
                        .initializers((GenericApplicationContext context) ->
                                context.registerBean("clock", Clock.class, () -> clock)),
                settings);
    }

    private static Sandbox start(SpringApplicationBuilder application, String... settings) {
        String[] arguments = Stream.concat(
                        Stream.of("server.port=0", "x-sandbox.tls.port=0", "logging.level.root=warn"),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new Sandbox(application.run(arguments));
    }

    public int port() {
        return port;
    }

    public URI at(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port + pathAndQuery);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    /** The brand, with the shipped credentials. */
    public XClient brand() {
        return new XClient(this, Signer.brand());
    }

    public XClient as(Signer signer) {
        return new XClient(this, signer);
    }

    /** An app-only bearer token of the shipped app. */
    public String appToken() {
        String basic = Base64.getEncoder()
                .encodeToString("sandbox-consumer-key:sandbox-consumer-secret".getBytes(StandardCharsets.UTF_8));
        return Http.send(HttpRequest.newBuilder(at("/oauth2/token"))
                        .header("authorization", "Basic " + basic)
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")))
                .at("/access_token");
    }

    /** Calls a control endpoint. */
    public Answer control(String method, String path, @Nullable String json) {
        HttpRequest.BodyPublisher body =
                json == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return Http.send(HttpRequest.newBuilder(at(path))
                .header("content-type", "application/json")
                .method(method, body));
    }

    public Answer control(String method, String path) {
        return control(method, path, null);
    }

    @Override
    public void close() {
        context.close();
    }
}
