package com.dmverify.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.cli.story.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each start is a verification of its own; requests with the same idempotency key are one start. */
class RepeatedStartsIT {

    private static final int PARALLEL = 200;

    private final SharedDeployment deployment = SharedDeployment.shared();

    @Test
    void twoEqualBodiesAreTwoVerificationsWithTwoCodes() {
        // Given
        XUser user = deployment.aFollower();
        Map<String, Object> body = Map.of("target", Map.of("handle", user.handle()), "reference", "signup");
        Applicant first = deployment.anApplicant();
        assertThat(first.starts(body).status()).isEqualTo(202);
        String firstCode = user.readsTheCode();

        // When
        Applicant second = deployment.anApplicant();
        assertThat(second.starts(body).status()).isEqualTo(202);
        String secondCode = user.readsTheCodeOfMessage(2);

        // Then
        assertThat(second.verification()).isNotEqualTo(first.verification());
        assertThat(secondCode).isNotEqualTo(firstCode);
        assertThat(first.types(secondCode).text("/result")).isEqualTo("incorrect");
        assertThat(second.types(secondCode).text("/result")).isEqualTo("approved");
        assertThat(first.types(firstCode).text("/result")).isEqualTo("approved");
    }

    @Test
    void parallelRequestsWithOneKeyAreOneVerificationAndOneMessage() {
        // Given
        XUser user = deployment.aFollower();
        Map<String, Object> body = Map.of("target", Map.of("handle", user.handle()), "reference", "signup");
        String key = "\"two-hundred-" + user.id() + "\"";

        // When
        List<Answer> answers = inParallel(() -> deployment.anApplicant().starts(body, "Idempotency-Key", key));

        // Then
        assertThat(answers).extracting(Answer::status).containsOnly(200, 202).containsOnlyOnce(202);
        assertThat(answers)
                .extracting(answer -> answer.text("/id"))
                .containsOnly(answers.getFirst().text("/id"));
        user.readsTheCode();
        XUser other = deployment.aFollower();
        deployment.anApplicant().asksToVerify(other.handle());
        other.readsTheCode();
        assertThat(user.inbox()).hasSize(1);
    }

    @Test
    void aKeyWithAnotherBodyIsAConflict() {
        // Given
        XUser user = deployment.aFollower();
        String key = "another-body-" + user.id();
        Map<String, Object> target = Map.of("handle", user.handle());
        assertThat(deployment
                        .anApplicant()
                        .starts(Map.of("target", target), "Idempotency-Key", key)
                        .status())
                .isEqualTo(202);

        // When
        Answer other = deployment
                .anApplicant()
                .starts(Map.of("target", target, "purpose", "Another purpose"), "Idempotency-Key", key);

        // Then
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("idempotency_conflict");
    }

    private static List<Answer> inParallel(Supplier<Answer> call) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream<CompletableFuture<Answer>> calls =
                    IntStream.range(0, PARALLEL)
                            .mapToObj(_ -> CompletableFuture.supplyAsync(call, executor))
                            .toList()
                            .stream();
            return calls.map(CompletableFuture::join).toList();
        }
    }
}
