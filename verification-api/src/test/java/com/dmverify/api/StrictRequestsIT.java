package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Requests are taken by the letter, and every refusal says where. */
@ExtendWith(SharedApi.class)
class StrictRequestsIT {

    private static final Pattern REQUEST_ID = Pattern.compile("(?i)\nrequest-id: ([0-9a-f]{32})\r");

    private static RunningApi api;

    @BeforeAll
    static void start(RunningApi shared) {
        api = shared;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"target":{"user_id":12}}                                      | /target/user_id
            {"target":{"user_id":1.0e3}}                                   | /target/user_id
            {"target":{"handle":true}}                                     | /target/handle
            {"target":{"handle":"jack"},"purpose":5}                       | /purpose
            {"target":{"handle":"jack"},"metadata":{"plan":5}}             | /metadata/plan
            {"target":{"handle":"jack"},"metadata":{"plan":{"a":"b"}}}     | /metadata/plan
            {"target":{"handle":"jack"},"consent":{"at":1e9,"text_version":"3"}} | /consent/at
            {"target":{"handle":"jack"},"porpose":"Link"}                  | /porpose
            {"target":{"handle":"jack","id":"12"}}                         | /target/id
            {"target":{"handle":"jack"},"consent":{"at":"2026-11-20T10:00:00Z","text_version":"3","by":"x"}} | /consent/by
            {"target":{"handle":"jack"},"reference":"\\ud800"}             | /reference
            {"target":{"handle":"jack"},"locale":"en-aaaaaaaa-aaaaaaab-aaaaaaac-aaaaaaad"} | /locale
            {"target":{"handle":"jack"},"mode":"x"}                        | /mode
            {"target":{"handle":"jack"},"target":{"handle":"dorsey"}}      | /target
            {"target":{"handle":"jack","handle":"dorsey"}}                 | /target/handle
            {"target":{"handle":"jack"},"metadata":{"plan":"a","plan":"b"}} | /metadata/plan
            """)
    void whatCannotBeUsedIsNamedByItsPointer(String body, String pointer) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid_request")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"target":{"handle":"jack"},"target":{"handle":"dorsey"}} | twice
            {"target":{"handle":"jack"}} x                            | more than one value
            [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[                        | too deep
            null                                                      | nothing
            """)
    void whatIsNoProperJsonIsRefused(String body, String why) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].detail")
                .exists();
    }

    @Test
    void aBodyMayHave16KibibytesAndNoMore() {
        String body = "{\"target\":{\"handle\":\"jack\"},\"mode\":\"x\"}";
        post(body + " ".repeat(16_384 - body.length())).expectStatus().isBadRequest();
        for (int size : new int[] {16_385, 65_000, 70_000, 200_000}) {
            post(body + " ".repeat(size - body.length()))
                    .expectStatus()
                    .isEqualTo(413)
                    .expectHeader()
                    .contentType("application/problem+json")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("payload_too_large");
        }
    }

    @Test
    void aLongLocaleIsAnsweredLikeAnyOther() {
        post("{\"target\":{\"handle\":\"jack\"},\"locale\":\"en" + "-aaaaaaaa".repeat(1_500) + "\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theAnswerShowsThePurposeAsItWillBeRead() {
        api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .bodyValue(Map.of("target", Map.of("handle", "strict_1"), "purpose", "Link to Example.com"))
                .exchange()
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.purpose_sent")
                .isEqualTo("Link to Example. com");
    }

    @Test
    void everyAnswerHasTheIdOfItsTrace() {
        var refused =
                api.as(RunningApi.KEY).get().uri("/v1/verifications/ver_none").exchange();
        String id = String.valueOf(
                refused.returnResult(String.class).getResponseHeaders().getFirst("Request-Id"));
        assertThat(id).matches("[0-9a-f]{32}");
        api.as(RunningApi.KEY)
                .get()
                .uri("/v1/verifications/ver_none")
                .header("traceparent", "00-" + id + "-b7ad6b7169203331-01")
                .exchange()
                .expectHeader()
                .valueEquals("Request-Id", id)
                .expectBody()
                .jsonPath("$.trace_id")
                .isEqualTo(id);

        for (String path : new String[] {"/v3/api-docs", "/v1/nonsense", "/v1/verifications?reference=none"}) {
            api.as(RunningApi.KEY).get().uri(path).exchange().expectHeader().valueMatches("Request-Id", "[0-9a-f]{32}");
        }
        api.as("").get().uri("/v1/nonsense").exchange().expectHeader().valueMatches("Request-Id", "[0-9a-f]{32}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | invalid_request        | POST   | /v1/verifications             | dmv_test | application/json | application/json | {"target":
            400 | invalid_request        | POST   | /v1/verifications             | dmv_test | application/json | application/json | {"x":1}
            400 | invalid_request        | GET    | /v1/verifications             | dmv_test | application/json | application/json | ``
            401 | unauthenticated        | GET    | /v1/verifications?reference=x | ``       | application/json | application/json | ``
            401 | unauthenticated        | GET    | /v1/nonsense                  | wrong    | application/json | application/json | ``
            403 | forbidden              | POST   | /v1/verifications             | dmv_read | application/json | application/json | {}
            404 | not_found              | GET    | /v1/nonsense                  | dmv_test | application/json | application/json | ``
            404 | not_found              | GET    | /nonsense                     | ``       | application/json | text/html        | ``
            404 | not_found              | GET    | /v1/verifications/ver_none    | dmv_test | application/json | application/json | ``
            404 | not_found              | GET    | /v1/verifications/x/events    | dmv_test | application/json | text/event-stream | ``
            405 | method_not_allowed     | DELETE | /v1/verifications             | dmv_test | application/json | application/json | ``
            405 | method_not_allowed     | PUT    | /v1/verifications/x/checks    | dmv_test | application/json | application/json | {}
            405 | method_not_allowed     | TRACE  | /v1/verifications/x/cancel    | dmv_test | application/json | application/json | ``
            406 | not_acceptable         | GET    | /v1/verifications?reference=x | dmv_test | application/json | text/csv         | ``
            406 | not_acceptable         | GET    | /v1/verifications/x/events    | dmv_test | application/json | application/json | ``
            413 | payload_too_large      | POST   | /v1/verifications             | dmv_test | application/json | application/json | LARGE
            415 | unsupported_media_type | POST   | /v1/verifications             | dmv_test | text/plain       | application/json | a text
            """)
    void everyErrorIsAProblemThatNamesTheTraceOfItsRequestId(
            int status,
            String code,
            HttpMethod method,
            String path,
            String key,
            String type,
            String accept,
            String body) {
        EntityExchangeResult<byte[]> answer = api.as(key)
                .method(method)
                .uri(path)
                .accept(MediaType.parseMediaType(accept))
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(body.equals("LARGE") ? "{" + " ".repeat(16_384) + "}" : body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.type")
                .isEqualTo("urn:dm-verify:problem:" + code)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .returnResult();

        String requestId = answer.getResponseHeaders().getFirst("Request-Id");
        assertThat(new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8))
                .contains("\"trace_id\":\"" + requestId + "\"")
                .doesNotContain("Exception", "com.dmverify", "org.springframework");
        assertThat(answer.getResponseHeaders().containsHeader("Allow")).isEqualTo(status == 405);
        assertThat(answer.getResponseHeaders().containsHeader("WWW-Authenticate"))
                .isEqualTo(status == 401);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/verifications%2Fx",
        "/v1/verifications;a=b",
        "/v1/%00",
        "/v1//verifications",
        "/v1/../v1",
        "/v1/%ZZ",
        "/v1/%ZZ"
    })
    void aPathThatIsRefusedIsAProblemToo(String path) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), api.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + RunningApi.KEY
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4");
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
            assertThat(answer).contains("\"code\":");
            Matcher requestId = REQUEST_ID.matcher(answer);
            assertThat(requestId.find()).isTrue();
            assertThat(answer).contains("\"trace_id\":\"" + requestId.group(1) + "\"");
        }
    }

    private static ResponseSpec post(String body) {
        return api.as(RunningApi.KEY)
                .post()
                .uri("/v1/verifications")
                .header("Content-Type", "application/json")
                .bodyValue(body)
                .exchange();
    }
}
