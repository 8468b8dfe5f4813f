package com.dmverify.sender.ledger;

import com.dmverify.sender.order.Recipient;
import com.dmverify.x.Handle;
import com.dmverify.x.UserId;
import java.time.Instant;

/** A recipient as the ledger keeps it: {@code <user id>:<handle or nothing>:<milliseconds or nothing>}. */
final class RecipientText {

    private RecipientText() {}

    static String write(Recipient recipient) {
        Handle handle = recipient.handle();
        Instant asOf = recipient.asOf();
        return recipient.id().value()
                + ":" + (handle == null ? "" : handle.value())
                + ":" + (asOf == null ? "" : asOf.toEpochMilli());
    }

    static Recipient read(String id, String handle, String asOf) {
        return new Recipient(
                new UserId(id),
                handle.isEmpty() ? null : new Handle(handle),
                asOf.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(asOf)),
                false);
    }
}
