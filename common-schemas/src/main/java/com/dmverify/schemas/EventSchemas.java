package com.dmverify.schemas;

import com.dmverify.events.ActivityRecorded;
import com.dmverify.events.CancelVerification;
import com.dmverify.events.ChallengeFromWrongAccount;
import com.dmverify.events.CodeSent;
import com.dmverify.events.CommandRejected;
import com.dmverify.events.DeliveryRequeued;
import com.dmverify.events.DeliveryUnconfirmed;
import com.dmverify.events.DmAttempted;
import com.dmverify.events.IncorrectCodeEntered;
import com.dmverify.events.OptOutChanged;
import com.dmverify.events.RateLimitStatus;
import com.dmverify.events.RequestVerification;
import com.dmverify.events.ResendMessage;
import com.dmverify.events.SwitchChanged;
import com.dmverify.events.UserActionAwaited;
import com.dmverify.events.VerificationCanceled;
import com.dmverify.events.VerificationDisputed;
import com.dmverify.events.VerificationExhausted;
import com.dmverify.events.VerificationExpired;
import com.dmverify.events.VerificationFailed;
import com.dmverify.events.VerificationOpened;
import com.dmverify.events.VerificationRequested;
import com.dmverify.events.VerificationSucceeded;
import com.dmverify.events.WebhookWatched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The schemas of this version. */
final class EventSchemas {

    /** One for every record that travels. */
    static final List<Schema> OWN = List.of(
            RequestVerification.getClassSchema(),
            CancelVerification.getClassSchema(),
            ResendMessage.getClassSchema(),
            CommandRejected.getClassSchema(),
            VerificationRequested.getClassSchema(),
            DmAttempted.getClassSchema(),
            ActivityRecorded.getClassSchema(),
            RateLimitStatus.getClassSchema(),
            OptOutChanged.getClassSchema(),
            SwitchChanged.getClassSchema(),
            WebhookWatched.getClassSchema(),
            VerificationOpened.getClassSchema(),
            CodeSent.getClassSchema(),
            UserActionAwaited.getClassSchema(),
            DeliveryRequeued.getClassSchema(),
            DeliveryUnconfirmed.getClassSchema(),
            IncorrectCodeEntered.getClassSchema(),
            VerificationSucceeded.getClassSchema(),
            VerificationExpired.getClassSchema(),
            VerificationExhausted.getClassSchema(),
            VerificationCanceled.getClassSchema(),
            VerificationFailed.getClassSchema(),
            VerificationDisputed.getClassSchema(),
            ChallengeFromWrongAccount.getClassSchema());

    /** The records, and the records and enums inside them, by full name. */
    private static final Map<String, Schema> NAMED = new HashMap<>();

    static {
        OWN.forEach(EventSchemas::addNamed);
    }

    private EventSchemas() {}

    /** The record or enum of this full name; empty if this version has none. */
    static Optional<Schema> own(String fullName) {
        return Optional.ofNullable(NAMED.get(fullName));
    }

    /** Each record and each enum. */
    static List<Schema> named() {
        return List.copyOf(NAMED.values());
    }

    private static void addNamed(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (NAMED.putIfAbsent(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> addNamed(field.schema()));
                }
            }
            case ENUM, FIXED -> NAMED.put(schema.getFullName(), schema);
            case ARRAY -> addNamed(schema.getElementType());
            case MAP -> addNamed(schema.getValueType());
            case UNION -> schema.getTypes().forEach(EventSchemas::addNamed);
            default -> {
                // a primitive type has no name of its own
            }
        }
    }
}
