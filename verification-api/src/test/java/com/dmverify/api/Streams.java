package com.dmverify.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.Disposable;

/** Verifications to follow, and readers of their streams. */
final class Streams {

    private Streams() {}

    /** Begins one about a new person. */
    static String begin(RunningApi api) {
        return begin(api, user());
    }

    static String begin(RunningApi api, String user) {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("user_id", user)))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }

    static String user() {
        return String.valueOf(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000_000L) + 1);
    }

    static void cancel(RunningApi api, String id) {
        api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications/" + id + "/cancel")
                .exchange()
                .expectStatus()
                .isOk();
    }

    static ResponseSpec connect(RunningApi api, String id, String lastEventId) {
        return api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/" + id + "/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    if (!lastEventId.isEmpty()) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange();
    }

    static Reader read(RunningApi api, String id, String lastEventId) {
        return new Reader(connect(api, id, lastEventId));
    }

    /** Reads a stream in the background. */
    static final class Reader implements AutoCloseable {

        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<String> comments = new CopyOnWriteArrayList<>();
        private final AtomicReference<String> end = new AtomicReference<>("open");
        private final Disposable subscription;

        Reader(ResponseSpec response) {
            subscription = response.expectStatus()
                    .isOk()
                    .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                    .getResponseBody()
                    .subscribe(this::take, error -> end.set(error.toString()), () -> end.set("complete"));
        }

        private void take(ServerSentEvent<Map<String, Object>> event) {
            if (event.data() == null) {
                comments.add(String.valueOf(event.comment()));
            } else {
                events.add(event.id() + " " + event.data().get("status") + " "
                        + ((Map<?, ?>) Objects.requireNonNull(event.data().get("delivery"))).get("status"));
            }
        }

        /** The id, the status and the status of the delivery of each event. */
        List<String> events() {
            return events;
        }

        List<String> comments() {
            return comments;
        }

        /** {@code open}, {@code complete} or an error. */
        String end() {
            return end.get();
        }

        @Override
        public void close() {
            subscription.dispose();
        }
    }
}
