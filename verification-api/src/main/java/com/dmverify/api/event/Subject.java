package com.dmverify.api.event;

import com.dmverify.api.verification.Fact;
import com.dmverify.api.verification.Verification;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** The fields that every record on {@code verification.events} begins with. */
final class Subject {

    private final Fact fact;

    Subject(Fact fact) {
        this.fact = fact;
    }

    Filling on(SpecificRecordBase record) {
        Verification verification = fact.verification();
        return new Filling(record)
                .with("verification_id", verification.id().value())
                .with("tenant", verification.request().tenant())
                .with("reference", verification.request().reference())
                .with("sequence", verification.sequence())
                .with("occurred_at", fact.at())
                .with("target_handle", handle(verification))
                .with("handle_as_of", verification.target().handleAsOf())
                .with("target_user_id", userId(verification))
                .with("metadata", verification.request().metadata());
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
    static final class Filling {

        private final SpecificRecordBase record;

        private Filling(SpecificRecordBase record) {
            this.record = record;
        }

        Filling with(String field, @Nullable Object value) {
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
