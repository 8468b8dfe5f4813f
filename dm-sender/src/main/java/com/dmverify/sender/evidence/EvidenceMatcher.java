package com.dmverify.sender.evidence;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.account.SenderIdentity;
import com.dmverify.sender.echo.MessageEvidence;
import com.dmverify.sender.echo.SentEchoes;
import com.dmverify.sender.retry.SendTimings;
import com.dmverify.x.dm.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Recognises our message among echoes and in a conversation. */
record EvidenceMatcher(SentEchoes echoes, SendTimings timings) {

    /** Our message, if there is an echo of it. */
    Optional<MessageEvidence> echoed(SearchQuery query) {
        SenderIdentity identity = query.account().identity();
        CodeFingerprints fingerprints = identity.fingerprints();
        if (fingerprints == null) {
            return Optional.empty();
        }
        String digest =
                fingerprints.of(identity.userId().value(), query.recipient().value(), query.code());
        return echoes.of(digest).filter(evidence -> !evidence.at().isBefore(earliest(query)));
    }

    /** Our message, if it is among these. */
    Optional<MessageEvidence> found(List<Message> messages, SearchQuery query) {
        return messages.stream()
                .filter(message ->
                        message.sender().equals(query.account().identity().userId()))
                .filter(message -> !message.createdAt().isBefore(earliest(query)))
                .filter(message -> message.text().contains(query.code()))
                .findFirst()
                .map(message -> new MessageEvidence(message.eventId(), message.createdAt()));
    }

    /** An earlier dispatch may have carried the same code: only what was written since counts. */
    Instant earliest(SearchQuery query) {
        return query.inDoubtCall().since().minus(timings.skew());
    }
}
