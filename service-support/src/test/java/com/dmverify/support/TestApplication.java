package com.dmverify.support;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A small service of a test, on a free port. */
public final class TestApplication implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private TestApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it with properties like {@code name=value}. */
    public static TestApplication start(Class<?> application, String... properties) {
        Stream<String> ours = Stream.of(
                "spring.config.name=none",
                "server.port=0",
                "server.address=127.0.0.1",
                "spring.main.banner-mode=off",
                "management.endpoints.web.exposure.include=health",
                "management.endpoint.health.show-details=always",
                "management.endpoint.health.group.liveness.include=livenessState",
                "management.endpoint.health.group.readiness.include=readinessState",
                "spring.kafka.listener.concurrency=2",
                "spring.kafka.consumer.auto-offset-reset=earliest",
                "spring.kafka.consumer.properties.metadata.max.age.ms=1000",
                "spring.kafka.admin.properties.default.api.timeout.ms=2000",
                "spring.kafka.admin.properties.request.timeout.ms=1000");
        return new TestApplication(new SpringApplicationBuilder(application)
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .properties(ours.toArray(String[]::new))
                .run(Stream.of(properties).map(property -> "--" + property).toArray(String[]::new)));
    }

    /** A bean of the application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    /** Answer to a GET. */
    public HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
