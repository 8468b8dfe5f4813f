package com.dmverify.sender.cast;

import com.dmverify.events.VerificationRequested;
import com.dmverify.sender.order.Order;
import java.time.Duration;
import java.time.Instant;

/** Orders to start from. */
public final class Orders {

    public static final String ACCOUNT = "main";
    public static final String KEY_ID = "k1";
    public static final String ALICE = "2000000000000000001";

    private Orders() {}

    /** A fresh order of a verification, to alice by her handle, with five minutes to go. */
    public static VerificationRequested.Builder requested(String verificationId, Instant now) {
        return VerificationRequested.newBuilder()
                .setVerificationId(verificationId)
                .setCodeVersion(1)
                .setDispatch(1)
                .setTenant("acme")
                .setAccount(ACCOUNT)
                .setTargetHandle("alice")
                .setLocale("en")
                .setPurpose("Link your X account to Example")
                .setKeyId(KEY_ID)
                .setCodeDigits(6)
                .setCodeLifeSeconds(600)
                .setSendDeadline(now.plus(Duration.ofMinutes(5)))
                .setRequestedAt(now);
    }

    public static Order order(String verificationId, Instant now) {
        return Order.of(requested(verificationId, now).build());
    }
}
