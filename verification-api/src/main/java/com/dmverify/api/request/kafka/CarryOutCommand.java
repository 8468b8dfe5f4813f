package com.dmverify.api.request.kafka;

import com.dmverify.api.failure.TryAgainException;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.problem.Unknown;
import com.dmverify.api.request.Fingerprint;
import com.dmverify.api.request.IdempotencyKey;
import com.dmverify.api.request.ResendCode;
import com.dmverify.api.request.StartFields;
import com.dmverify.api.request.StartFields.ConsentFields;
import com.dmverify.api.request.StartFields.TargetFields;
import com.dmverify.api.request.StartRequest;
import com.dmverify.api.request.StartVerification;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.tenant.KafkaTenants;
import com.dmverify.api.tenant.KafkaTenants.Speaker;
import com.dmverify.api.verification.VerificationId;
import com.dmverify.events.CancelVerification;
import com.dmverify.events.RequestVerification;
import com.dmverify.events.ResendMessage;
import com.dmverify.schemas.EventCodec;
import java.time.Clock;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Does what a command asks, by the use cases that REST has. What REST answers with a problem is answered by a record; a problem
 * that passes when Redis or Kafka is back ({@link ProblemType#UNAVAILABLE}) is no answer: the command is tried again.
 */
@Component
class CarryOutCommand {

    private final KafkaTenants tenants;
    private final EventCodec codec;
    private final StartVerification startVerification;
    private final ResendCode resendCode;
    private final com.dmverify.api.request.CancelVerification cancelVerification;
    private final RejectionPublisher rejections;
    private final Clock clock;

    CarryOutCommand(
            KafkaTenants tenants,
            EventCodec codec,
            StartVerification startVerification,
            ResendCode resendCode,
            com.dmverify.api.request.CancelVerification cancelVerification,
            RejectionPublisher rejections,
            Clock clock) {
        this.tenants = tenants;
        this.codec = codec;
        this.startVerification = startVerification;
        this.resendCode = resendCode;
        this.cancelVerification = cancelVerification;
        this.rejections = rejections;
        this.clock = clock;
    }

    /** Completes when it is done or its rejection is in Kafka. */
    Mono<Void> carryOut(ConsumerRecord<String, byte[]> record) {
        if (rejections.isRejected(record)) {
            return Mono.empty();
        }
        Speaker speaker = tenants.speaker(record.topic());
        Command command = Command.of(record, codec);
        return Mono.defer(() -> carryOut(command, speaker.caller()))
                .onErrorResume(
                        Problem.class,
                        problem -> problem.type() == ProblemType.UNAVAILABLE
                                ? Mono.error(new TryAgainException(problem.detail()))
                                : rejections.reject(record, command, problem, speaker));
    }

    private Mono<Void> carryOut(Command command, Caller caller) {
        return switch (command.body()) {
            case RequestVerification start -> start(start, command.key(), caller);
            case CancelVerification cancel -> {
                command.requireKey(); // a verification is canceled once, so that the key need not be kept
                yield cancelVerification
                        .cancel(id(cancel.getVerificationId()), caller.owner())
                        .then();
            }
            case ResendMessage resend -> resend(resend, command.key(), caller);
            case null, default ->
                Mono.error(Problem.of(
                        ProblemType.INVALID_REQUEST,
                        "This is no command that this version knows. Send RequestVerification, CancelVerification or"
                                + " ResendMessage, with a schema of this version or of one before."));
        };
    }

    private Mono<Void> start(RequestVerification command, IdempotencyKey key, Caller caller) {
        StartRequest request = StartRequest.of(fields(command), caller, clock.instant());
        return startVerification
                .start(request, caller, key.forStart(caller.owner(), Fingerprint.of(request)))
                .then();
    }

    private Mono<Void> resend(ResendMessage command, IdempotencyKey key, Caller caller) {
        VerificationId id = id(command.getVerificationId());
        return resendCode
                .resend(id, caller.owner(), key.forResend(caller.owner(), id))
                .then();
    }

    private static StartFields fields(RequestVerification command) {
        return new StartFields(
                new TargetFields(command.getTargetHandle(), command.getTargetUserId()),
                command.getMode(),
                command.getLocale(),
                command.getPurpose(),
                command.getReference(),
                new HashMap<>(command.getMetadata()),
                command.getClientIp(),
                consent(command));
    }

    private static @Nullable ConsentFields consent(RequestVerification command) {
        return command.getConsentAt() == null && command.getConsentTextVersion() == null
                ? null
                : new ConsentFields(
                        command.getConsentAt() == null
                                ? null
                                : command.getConsentAt().toString(),
                        command.getConsentTextVersion());
    }

    private static VerificationId id(String text) {
        try {
            return new VerificationId(text);
        } catch (IllegalArgumentException e) {
            throw Unknown.verification();
        }
    }
}
