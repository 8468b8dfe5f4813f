package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Lists in pages. */
@ExtendWith(SharedApi.class)
class ListsIT {

    private static RunningApi api;

    private final String reference = "lists-" + UUID.randomUUID();

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @Test
    void pagesShowEachVerificationOnceTheNewestFirstAlsoWhileNewOnesBegin() {
        // Given: some of them began in the same millisecond
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            if (i % 3 == 0) {
                api.clock.advance(Duration.ofMillis(1));
            }
            begun.add(begin());
        }

        // When
        List<String> shown = new ArrayList<>();
        String cursor = null;
        do {
            Map<?, ?> page = page("reference=" + reference + "&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            shown.addAll(ids(page));
            cursor = (String) page.get("next_cursor");
            begin();
        } while (cursor != null);

        // Then
        assertThat(shown).containsExactlyInAnyOrderElementsOf(begun);
        assertThat(shown.getFirst()).isEqualTo(begun.getLast());
        assertThat(shown.getLast()).isIn(begun.subList(0, 3));
    }

    @Test
    void theLastPageHasNoCursor() {
        begin();
        begin();

        assertThat(page("reference=" + reference + "&limit=2").get("next_cursor"))
                .isNull();
        assertThat(page("reference=" + reference + "&limit=1").get("next_cursor"))
                .isNotNull();
    }

    @Test
    void aCursorShowsNothingOfAnotherTenantOrList() {
        begin();
        begin();
        String cursor =
                String.valueOf(page("reference=" + reference + "&limit=1").get("next_cursor"));

        api.as("dmv_other")
                .get()
                .uri("/v1/verifications?reference=" + reference + "&cursor=" + cursor)
                .exchange()
                .expectBody()
                .json("{\"data\":[],\"next_cursor\":null}");
        assertThat(ids(page("reference=none-" + reference + "&cursor=" + cursor)))
                .isEmpty();
        refused(get("reference=" + reference + "&cursor=" + cursor.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "bm9uZQ",
                "%C3%A4",
                "=",
                "MSB2ZXJfMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAgMDAwMDAwMDAwMDAwMDAwMA"
            })
    void whatIsNoCursorIsRefused(String cursor) {
        refused(get("reference=" + reference + "&cursor=" + cursor));
    }

    private static void refused(ResponseSpec response) {
        response.expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].parameter")
                .isEqualTo("cursor");
    }

    private String begin() {
        Map<?, ?> body = api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("user_id", Streams.user()), "reference", reference))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(Objects.requireNonNull(body).get("id"));
    }

    private static ResponseSpec get(String query) {
        return api.as(RunningApi.KEY)
                .get()
                .uri(URI.create(api.address() + "/v1/verifications?" + query))
                .exchange();
    }

    private static Map<?, ?> page(String query) {
        return Objects.requireNonNull(get(query)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private static List<String> ids(Map<?, ?> page) {
        List<String> ids = new ArrayList<>();
        for (@Nullable Object item : (List<?>) Objects.requireNonNull(page.get("data"))) {
            ids.add(String.valueOf(((Map<?, ?>) Objects.requireNonNull(item)).get("id")));
        }
        return ids;
    }
}
