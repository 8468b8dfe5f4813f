package com.dmverify.api.verification;

/**
 * An X account that speaks for tenants; its secrets are dm-sender's alone.
 *
 * @param name as configured, the same in every service
 * @param handle shown to users who are asked to follow it
 * @param userId X's numeric id
 * @param lanes over how many partitions its orders are spread
 * @param brand the name by which the readers of its messages know it
 */
public record SendingAccount(String name, Handle handle, UserId userId, int lanes, String brand) {

    /** More would be more replicas of dm-sender than any account's limit can keep busy. */
    public static final int MOST_LANES = 64;

    /** One that is known by its handle. */
    public SendingAccount(String name, Handle handle, UserId userId, int lanes) {
        this(name, handle, userId, lanes, handle.value());
    }

    public SendingAccount {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("lanes must be 1 to " + MOST_LANES + ", not " + lanes);
        }
    }
}
