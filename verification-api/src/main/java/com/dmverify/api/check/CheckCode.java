package com.dmverify.api.check;

import com.dmverify.api.outbox.OutboxRelay;
import com.dmverify.api.problem.Endings;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.store.Transition;
import com.dmverify.api.store.Verdict;
import com.dmverify.api.store.VerificationStore;
import com.dmverify.api.verification.DeliveryStatus;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.codes.KeyRing;
import com.dmverify.codes.OneTimeCode;
import com.dmverify.codes.OneTimeCodes;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Decides on a code that the user typed. */
@Component
@EnableConfigurationProperties(CheckProperties.class)
class CheckCode {

    private static final Duration REPORT_UNDER_WAY = Duration.ofSeconds(2);

    private final VerificationStore store;
    private final OutboxRelay relay;
    private final KeyRing keys;
    private final OneTimeCodes codes;
    private final Retry untilReported;

    CheckCode(
            VerificationStore store, OutboxRelay relay, KeyRing keys, OneTimeCodes codes, CheckProperties properties) {
        this.store = store;
        this.relay = relay;
        this.keys = keys;
        this.codes = codes;
        long looks = properties.reportTimeout().dividedBy(properties.lookEvery());
        this.untilReported = Retry.fixedDelay(looks, properties.lookEvery())
                .filter(ReportOutstanding.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    /**
     * The verdict.
     *
     * @throws Problem through the Mono, if there is nothing to compare the code with
     */
    Mono<CheckResource> check(VerificationId id, String tenant, OneTimeCode code) {
        return Mono.defer(() -> store.attempt(id, tenant, digests(id, code)))
                .doOnNext(CheckCode::insistOnReport)
                .retryWhen(untilReported)
                .onErrorResume(ReportOutstanding.class, late -> Mono.just(late.transition))
                .flatMap(relay::publish)
                .map(CheckCode::judge);
    }

    /** The guess under every key of the ring: the state knows which one counts. */
    private Map<String, String> digests(VerificationId id, OneTimeCode code) {
        return keys.ids().stream().collect(Collectors.toMap(key -> key, key -> codes.digest(key, id.value(), code)));
    }

    private static void insistOnReport(Transition transition) {
        if (transition.verdict() == Verdict.NOT_SENT_YET
                && transition.state().delivery().status() == DeliveryStatus.QUEUED) {
            throw new ReportOutstanding(transition);
        }
    }

    private static CheckResource judge(Transition done) {
        return switch (done.verdict()) {
            case APPROVED -> CheckResource.approved(done.state());
            case INCORRECT -> CheckResource.incorrect(done.state());
            case ENDED -> throw Endings.of(done.state());
            case NOT_SENT_YET ->
                throw Problem.of(
                        ProblemType.NOT_SENT_YET,
                        "No code was sent yet, so none can be right; no try was used. delivery says what it waits for.",
                        REPORT_UNDER_WAY);
            case NOT_FOUND -> throw Unknown.verification();
            default -> throw new IllegalStateException("attempt answered " + done.verdict());
        };
    }

    /** The message may be out already, and only the report about it is not. */
    private static final class ReportOutstanding extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Transition transition;

        ReportOutstanding(Transition transition) {
            super("no report yet", null, false, false);
            this.transition = transition;
        }
    }
}
