package com.dmverify.api.erase;

import com.dmverify.api.verification.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an erase.
 *
 * @param erased how many verifications were deleted
 * @param canceled how many of them were pending, and ended as canceled before
 * @param remaining what topics of Kafka hold until their retention deletes it
 */
record ErasureResource(String userId, int erased, int canceled, List<Remaining> remaining) {

    static ErasureResource of(UserId person, EraseTarget.Erased erased, List<Remaining> remaining) {
        return new ErasureResource(person.value(), erased.verifications(), erased.canceled(), remaining);
    }

    /**
     * What a topic holds.
     *
     * @param until when its last record from before the erase is deleted; null: until the person takes the opt-out back
     */
    record Remaining(String topic, String holds, @Nullable Instant until) {}
}
