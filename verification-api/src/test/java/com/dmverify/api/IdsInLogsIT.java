package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Neither a log line, at any level of ours, nor a label of a metric names a person. */
@ExtendWith(SharedApi.class)
class IdsInLogsIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);
    private static final String ID = "2000000000000077077";
    private static final String HANDLE = "logged_person";

    private RunningApi api;
    private final Logger ours = (Logger) LoggerFactory.getLogger("com.dmverify");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Level before = ours.getLevel();

    /** After the start of the service, which sets its logging up. */
    @BeforeEach
    void listen(RunningApi started) {
        api = started;
        ours.setLevel(Level.DEBUG);
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stop() {
        root.detachAppender(lines);
        ours.setLevel(before);
    }

    @Test
    void noPersonIsNamed() {
        // Given: what happens to a person, also what is refused
        String id = String.valueOf(api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", HANDLE)))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id"));
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT)
                        .setRecipientUserId(ID)
                        .setRecipientHandle(HANDLE)
                        .build());
        await().atMost(TIME_OUT)
                .untilAsserted(() -> get(api, RunningApi.KEY, "/v1/verifications/" + id)
                        .jsonPath("$.delivery.status")
                        .isEqualTo("sent"));
        api.tell(Topics.X_ACTIVITY, ID, api.message(ID, "STOP"));
        await().atMost(TIME_OUT)
                .untilAsserted(() -> get(api, RunningApi.KEY, "/v1/verifications/" + id)
                        .jsonPath("$.reason")
                        .isEqualTo("opted_out"));
        for (String key : List.of("", "dmv_unknown", RunningApi.ERASE_KEY, RunningApi.KEY)) {
            get(api, key, "/v1/targets/" + ID + "/reachability");
            get(api, key, "/v1/targets/@" + HANDLE + "/reachability");
            get(api, key, "/v1/targets/" + HANDLE + "/reachability");
            get(api, key, "/v1/targets/" + HANDLE + "/nothing");
            get(api, key, "/v1/verifications?target=@" + HANDLE);
            api.as(key).delete().uri("/v1/targets/" + ID).exchange();
        }

        // Then
        assertThat(lines.list).map(IdsInLogsIT::text).anyMatch(line -> line.contains("request.refused"));
        assertThat(List.copyOf(lines.list))
                .map(IdsInLogsIT::text)
                .allSatisfy(line -> assertThat(line).doesNotContain(ID, HANDLE));
        assertThat(metrics(api)).isNotEmpty().doesNotContain(ID, HANDLE);
    }

    private static WebTestClient.BodyContentSpec get(RunningApi api, String key, String path) {
        return api.as(key).get().uri(path).exchange().expectBody();
    }

    private static String text(ILoggingEvent line) {
        return line.getFormattedMessage()
                + line.getKeyValuePairs()
                + line.getMDCPropertyMap()
                + ThrowableProxyUtil.asString(line.getThrowableProxy());
    }

    private static String metrics(RunningApi api) {
        return String.valueOf(WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + api.managementPort())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
                .responseTimeout(TIME_OUT)
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
