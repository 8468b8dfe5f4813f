package com.dmverify.schemas;

/**
 * The Kafka key of an order: the sending account, and the lane if the account's orders are spread over several. Orders of
 * one lane keep their order.
 *
 * @param account name of the account in the configuration; holds no {@value #SEPARATOR}
 * @param lane from 0; {@value #ONLY_LANE} if the account has one lane
 */
public record OrderKey(String account, int lane) {

    /** Stands between account and lane. Names of accounts do not hold it. */
    public static final String SEPARATOR = "#";

    /** The lane of an account that has one. */
    public static final int ONLY_LANE = -1;

    public OrderKey {
        if (account.isEmpty() || account.contains(SEPARATOR) || lane < ONLY_LANE) {
            throw new IllegalArgumentException("An order key is an account without '" + SEPARATOR
                    + "', and a lane from 0 or none: " + account + ", " + lane);
        }
    }

    /** The key of an account with one lane. */
    public static OrderKey of(String account) {
        return new OrderKey(account, ONLY_LANE);
    }

    /**
     * The key that this text is.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static OrderKey parse(String key) {
        int separator = key.indexOf(SEPARATOR);
        if (separator < 0) {
            return of(key);
        }
        String lane = key.substring(separator + 1);
        if (!lane.matches("0|[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("An order key has a lane from 0 after '" + SEPARATOR + "': " + key);
        }
        return new OrderKey(key.substring(0, separator), Integer.parseInt(lane));
    }

    /** As it stands on the record. */
    @Override
    public String toString() {
        return lane == ONLY_LANE ? account : account + SEPARATOR + lane;
    }
}
