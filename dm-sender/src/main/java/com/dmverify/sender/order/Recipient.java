package com.dmverify.sender.order;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom the message goes to.
 *
 * @param handle as X spells it; null when we were given the id and did not ask X
 * @param asOf when X last said that this id has this handle; null while X has not said so
 * @param closed X hints that a message will not be taken. A hint: only the message's own answer is the truth
 */
public record Recipient(
        UserId id, @Nullable Handle handle, @Nullable Instant asOf, boolean closed) {

    /** As an order names it: X was not asked. */
    public static Recipient given(UserId id, @Nullable Handle handle) {
        return new Recipient(id, handle, null, false);
    }
}
