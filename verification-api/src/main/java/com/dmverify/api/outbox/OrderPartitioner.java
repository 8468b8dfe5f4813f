package com.dmverify.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.Verification;
import org.apache.kafka.common.utils.Utils;

/**
 * The way of a verification's orders to the sender. The orders of an account stay in one partition, or in as many as it has
 * lanes; those of one verification always in the same.
 *
 * @param number 0 to one less than the account has
 */
record OrderPartitioner(SendingAccount account, int number) {

    static OrderPartitioner of(Verification verification) {
        SendingAccount account = verification.delivery().account();
        return new OrderPartitioner(
                account, Math.floorMod(verification.id().value().hashCode(), account.lanes()));
    }

    /** An account with one lane is in nobody's way: Kafka chooses by the key. */
    boolean isOnlyOne() {
        return account.lanes() == 1;
    }

    /** The key of the record. */
    String key() {
        return isOnlyOne() ? account.name() : account.name() + "#" + number;
    }

    /**
     * Neighbouring lanes have neighbouring partitions, so that no two share one while there are enough; the first has the one
     * that Kafka chooses for the bare name ({@code toPositive(murmur2(key)) % partitions}, the producer's default since 0.8.2).
     */
    int partition(int partitions) {
        int first = Utils.toPositive(Utils.murmur2(account.name().getBytes(UTF_8))) % partitions;
        return (first + number) % partitions;
    }
}
