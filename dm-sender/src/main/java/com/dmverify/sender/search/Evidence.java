package com.dmverify.sender.search;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.account.Account;
import com.dmverify.sender.patience.Patience;
import com.dmverify.sender.sighting.Sighting;
import com.dmverify.sender.sighting.Sightings;
import com.dmverify.x.dm.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows our message again, among those in a conversation and those that X told of. */
record Evidence(Sightings sightings, Patience patience) {

    /** Our message, if X told of it. */
    Optional<Sighting> heard(Wanted wanted) {
        Account.Persona persona = wanted.account().persona();
        CodeFingerprints digits = persona.digits();
        if (digits == null) {
            return Optional.empty();
        }
        String digest = digits.of(persona.userId().value(), wanted.recipient().value(), wanted.code());
        return sightings.of(digest).filter(sighting -> !sighting.at().isBefore(earliest(wanted)));
    }

    /** Our message, if it is among these. */
    Optional<Sighting> found(List<Message> messages, Wanted wanted) {
        return messages.stream()
                .filter(message ->
                        message.sender().equals(wanted.account().persona().userId()))
                .filter(message -> !message.createdAt().isBefore(earliest(wanted)))
                .filter(message -> message.text().contains(wanted.code()))
                .findFirst()
                .map(message -> new Sighting(message.eventId(), message.createdAt()));
    }

    /** An earlier dispatch may have carried the same code: only what was written since counts. */
    Instant earliest(Wanted wanted) {
        return wanted.doubt().since().minus(patience.skew());
    }
}
