package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.dmverify.api.Streams.Reader;
import com.dmverify.events.ActivityKind;
import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.DmOutcome;
import com.dmverify.schemas.Topics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Streams of events and long polls of one replica. */
@ExtendWith(SharedApi.class)
class LiveIT {

    private static final Duration TIME_OUT = Duration.ofSeconds(60);

    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void aStreamCarriesEveryStateUntilTheEnd() {
        String id = Streams.begin(api);
        try (Reader reader = Streams.read(api, id, "")) {
            await().atMost(TIME_OUT).until(() -> reader.events().size() == 1);
            api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
            await().atMost(TIME_OUT).until(() -> reader.events().size() == 2);
            Streams.cancel(api, id);
            await().atMost(TIME_OUT).until(() -> !reader.end().equals("open"));

            assertThat(reader.events()).containsExactly("1 pending queued", "2 pending sent", "3 canceled sent");
            assertThat(reader.end()).isEqualTo("complete");
        }
    }

    @Test
    void aReaderThatConnectsAgainGetsTheNewestStateAndNoneThatItHas() {
        // Given: a verification with three versions
        String id = Streams.begin(api);
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(TIME_OUT).until(() -> look(id, "").contains("\"sent\""));

        // When: one has missed the last, one has it
        try (Reader missed = Streams.read(api, id, "1");
                Reader current = Streams.read(api, id, "2")) {
            await().atMost(TIME_OUT).until(() -> !missed.events().isEmpty());
            Streams.cancel(api, id);
            await().atMost(TIME_OUT).until(() -> missed.end().equals("complete"));
            await().atMost(TIME_OUT).until(() -> current.end().equals("complete"));

            // Then
            assertThat(missed.events()).containsExactly("2 pending sent", "3 canceled sent");
            assertThat(current.events()).containsExactly("3 canceled sent");
        }
        Streams.connect(api, id, "3").expectStatus().isNoContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1234567890123456789"})
    void anIdThatIsNoneOfOursIsRefused(String lastEventId) {
        Streams.connect(api, Streams.begin(api), lastEventId)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].header")
                .isEqualTo("Last-Event-ID");
    }

    @Test
    void onlyItsTenantFollowsAVerification() {
        String id = Streams.begin(api);

        for (String path : new String[] {"/events", "?wait=1s", "/timeline"}) {
            api.as("dmv_other")
                    .get()
                    .uri("/v1/verifications/" + id + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentType("application/problem+json");
        }
    }

    @Test
    void aMessageThatIsReadIsSeenAndOneThatIsNotHasANextAction() {
        // Given
        String user = Streams.user();
        String id = Streams.begin(api, user);
        api.tell(
                Topics.DM_ATTEMPTED,
                id,
                api.report(id, 1, DmOutcome.SENT).setRecipientUserId(user).build());
        await().atMost(TIME_OUT).until(() -> look(id, "").contains("\"sent\""));
        api.clock.advance(Duration.ofSeconds(30));
        assertThat(look(id, "")).contains("\"check_requests\"", "@dmverify_demo");

        // When
        api.tell(
                Topics.X_ACTIVITY,
                user,
                ActivityRecorded.newBuilder(api.follow(user))
                        .setKind(ActivityKind.DM_READ)
                        .build());

        // Then
        await().atMost(TIME_OUT).until(() -> look(id, "").contains("\"seen\""));
        assertThat(look(id, "")).contains("\"next_action\":null");
        Streams.cancel(api, id);
        api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id + "/timeline")
                .exchange()
                .expectBody()
                .json("""
                        {"data":[{"at":"2026-11-20T10:00:00Z","event":"opened","cause":null},
                                 {"at":"2026-11-20T10:00:00Z","event":"code_sent","cause":null},
                                 {"at":"2026-11-20T10:00:30Z","event":"seen","cause":null},
                                 {"at":"2026-11-20T10:00:30Z","event":"canceled","cause":null}]}""");
    }

    @Test
    void aLongPollAnswersAtTheNextChange() {
        String id = Streams.begin(api);
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> look(id, "?wait=60s"));
        await().atMost(TIME_OUT).until(() -> api.streams() > 0);

        Streams.cancel(api, id);

        assertThat(answer.join()).contains("\"canceled\"");
    }

    @Test
    void aLongPollAnswersAtTheEndOfTheWait() {
        assertThat(look(Streams.begin(api), "?wait=1s")).contains("\"pending\"");
    }

    @Test
    void aLongPollAboutAnOlderVersionOrTheEndAnswersAtOnce() {
        // Given
        String id = Streams.begin(api);
        String tag = String.valueOf(
                get(id, "").returnResult(String.class).getResponseHeaders().getETag());
        api.tell(Topics.DM_ATTEMPTED, id, api.report(id, 1, DmOutcome.SENT).build());
        await().atMost(TIME_OUT).until(() -> look(id, "").contains("\"sent\""));

        // When: the wait is longer than a client of the tests waits for its answer
        api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id + "?wait=60s")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.delivery.status")
                .isEqualTo("sent");
        Streams.cancel(api, id);
        assertThat(look(id, "?wait=60s")).contains("\"canceled\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "61s", "25", "1m", "", "-1s", "025s", "1.5s"})
    void aWaitIsOneToSixtySeconds(String wait) {
        get(Streams.begin(api), "?wait=" + wait)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("wait");
    }

    private static ResponseSpec get(String id, String query) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id + query)
                .exchange();
    }

    private static String look(String id, String query) {
        return String.valueOf(
                get(id, query).expectBody(String.class).returnResult().getResponseBody());
    }
}
