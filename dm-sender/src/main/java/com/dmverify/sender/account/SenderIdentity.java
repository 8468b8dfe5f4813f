package com.dmverify.sender.account;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.x.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who an account is on X.
 *
 * @param brand the name by which readers of a message know the sender
 * @param userId X's id of the account: the author of its messages in a conversation
 * @param fingerprints recognises the account's own messages in recorded webhooks; null without the app's secret
 * @param offersReplies whether its messages carry options to tap
 */
public record SenderIdentity(
        String brand, UserId userId, @Nullable CodeFingerprints fingerprints, boolean offersReplies) {

    /** One whose messages are text alone. */
    public SenderIdentity(String brand, UserId userId, @Nullable CodeFingerprints fingerprints) {
        this(brand, userId, fingerprints, false);
    }
}
