package com.dmverify.sender.dispatch;

import com.dmverify.sender.account.Account;
import com.dmverify.sender.ledger.Doubt;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.sender.sighting.Sightings;
import com.dmverify.x.dm.Message;
import com.dmverify.x.webhook.SentDigits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows our message again, among those in a conversation and those that X told of. */
final class Evidence {

    private final Sightings sightings;
    private final Patience patience;

    Evidence(Sightings sightings, Patience patience) {
        this.sightings = sightings;
        this.patience = patience;
    }

    /** Our message, if X told of it. */
    Optional<Sighting> heard(Passage passage, Doubt doubt) {
        Account.Persona persona = passage.account().persona();
        SentDigits digits = persona.digits();
        if (digits == null) {
            return Optional.empty();
        }
        String digest = digits.digest(
                persona.userId(), passage.knownRecipient().id(), passage.code().digits());
        return sightings.of(digest).filter(sighting -> !sighting.at().isBefore(earliest(doubt)));
    }

    /** Our message, if it is among these. */
    Optional<Sighting> found(List<Message> messages, Passage passage, Doubt doubt) {
        return messages.stream()
                .filter(message ->
                        message.sender().equals(passage.account().persona().userId()))
                .filter(message -> !message.createdAt().isBefore(earliest(doubt)))
                .filter(message -> message.text().contains(passage.code().digits()))
                .findFirst()
                .map(message -> new Sighting(message.eventId(), message.createdAt()));
    }

    /** An earlier dispatch may have carried the same code: only what was written since counts. */
    Instant earliest(Doubt doubt) {
        return doubt.since().minus(patience.skew());
    }
}
