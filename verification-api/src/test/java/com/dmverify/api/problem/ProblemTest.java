package com.dmverify.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

class ProblemTest {

    private final JsonMapper json;

    ProblemTest() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new JsonConfiguration().strictRequests().customize(builder);
        json = builder.build();
    }

    @Test
    void theBodyHoldsTheMembersThatClientsReadAndNoOther() {
        Map<?, ?> body = written(Problem.invalid("/purpose", "At most 120 characters."));

        assertThat(body.keySet().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("type", "title", "status", "detail", "code", "errors");
        assertThat(body.get("type")).isEqualTo("urn:dm-verify:problem:invalid_request");
        assertThat(body.get("status")).isEqualTo(400);
        assertThat(body.get("code")).isEqualTo("invalid_request");
        assertThat(body.get("errors"))
                .isEqualTo(List.of(Map.of("pointer", "/purpose", "detail", "At most 120 characters.")));
    }

    @Test
    void theTimeToRetryIsRoundedUpInBodyAndHeader() {
        Problem problem = Problem.of(ProblemType.COOL_DOWN, "Wait.", Duration.ofMillis(2_001));

        assertThat(written(problem).get("retry_after")).isEqualTo(3);
        assertThat(problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofMillis(2_001));
    }

    @Test
    void aTimeToRetryThatIsOverIsOneSecond() {
        Problem problem = Problem.of(ProblemType.UNAVAILABLE, "Try again.", Duration.ZERO);

        assertThat(written(problem).get("retry_after")).isEqualTo(1);
    }

    @Test
    void aProblemHasNoStackTrace() {
        assertThat(Problem.of(ProblemType.NOT_FOUND, "No such thing.").getStackTrace())
                .isEmpty();
    }

    private Map<?, ?> written(Problem problem) {
        return json.readValue(json.writeValueAsBytes(problem.getBody()), Map.class);
    }
}
