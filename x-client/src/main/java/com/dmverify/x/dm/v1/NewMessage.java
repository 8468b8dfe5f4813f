package com.dmverify.x.dm.v1;

import com.dmverify.x.UserId;
import com.dmverify.x.dm.content.Content;
import com.dmverify.x.json.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A message to send.
 *
 * @param customProfileId the custom profile it is sent as, for accounts that may do so
 */
public record NewMessage(
        UserId recipient, Content content, @Nullable String customProfileId) {

    public NewMessage {
        if (customProfileId != null) {
            Ids.check("a custom profile", customProfileId);
        }
    }

    /** A message of the account itself. */
    public static NewMessage to(UserId recipient, Content content) {
        return new NewMessage(recipient, content, null);
    }
}
