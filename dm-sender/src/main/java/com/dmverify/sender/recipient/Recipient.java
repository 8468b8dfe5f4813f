package com.dmverify.sender.recipient;

import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Whom the message goes to.
 *
 * @param handle as X spells it; null when we were given the id and asked nobody
 */
public record Recipient(UserId id, @Nullable Handle handle) {}
