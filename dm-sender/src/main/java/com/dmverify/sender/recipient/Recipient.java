package com.dmverify.sender.recipient;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whom the message goes to.
 *
 * @param handle as X spells it; null when we were given the id and asked nobody
 * @param closed X hints that a message will not be taken. A hint: only the message's own answer is the truth
 */
public record Recipient(UserId id, @Nullable Handle handle, boolean closed) {

    /** Of whom X hinted nothing. */
    public Recipient(UserId id, @Nullable Handle handle) {
        this(id, handle, false);
    }
}
