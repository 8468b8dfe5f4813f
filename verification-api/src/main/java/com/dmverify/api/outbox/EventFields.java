package com.dmverify.api.outbox;

import com.dmverify.api.verification.Verification;
import com.dmverify.api.verification.VerificationEvent;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** The fields that every record on {@code verification.events} begins with. */
final class EventFields {

    private final VerificationEvent event;

    EventFields(VerificationEvent event) {
        this.event = event;
    }

    Fields on(SpecificRecordBase record) {
        Verification verification = event.verification();
        return new Fields(record)
                .with("verification_id", verification.id().value())
                .with("tenant", verification.request().tenant())
                .with("reference", verification.request().reference())
                .with("sequence", verification.sequence())
                .with("occurred_at", event.at())
                .with("target_handle", handle(verification))
                .with("handle_as_of", verification.target().handleAsOf())
                .with("target_user_id", userId(verification))
                .with("metadata", verification.request().metadata())
                .with("test", verification.request().isTest());
    }

    static @Nullable String handle(Verification verification) {
        return verification.target().handle() == null
                ? null
                : verification.target().handle().value();
    }

    static @Nullable String userId(Verification verification) {
        return verification.target().userId() == null
                ? null
                : verification.target().userId().value();
    }

    /** A record being filled by field name, because Avro's generated types share no type for what they share. */
    static final class Fields {

        private final SpecificRecordBase record;

        private Fields(SpecificRecordBase record) {
            this.record = record;
        }

        Fields with(String field, @Nullable Object value) {
            Schema.Field place = record.getSchema().getField(field);
            if (place == null) {
                throw new IllegalArgumentException(record.getSchema().getName() + " has no field " + field);
            }
            record.put(place.pos(), value);
            return this;
        }

        SpecificRecordBase done() {
            return record;
        }
    }
}
