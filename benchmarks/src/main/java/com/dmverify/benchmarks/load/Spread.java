package com.dmverify.benchmarks.load;

/**
 * Spreads operations over keys, five to each: first one operation for every key, then a second one, and so on. So no two
 * operations on one key are under way at a time.
 *
 * @param keys how many keys there are
 */
public record Spread(int keys) {

    /** Operations on each key. */
    public static final int PER_KEY = 5;

    /** So many keys at least for each connection: no operation can overtake the one before it. */
    private static final int KEYS_PER_CONNECTION = 16;

    /** Enough keys for so many operations by so many connections. */
    public static Spread of(int operations, int connections) {
        return new Spread(Math.max(KEYS_PER_CONNECTION * connections, (operations + PER_KEY - 1) / PER_KEY));
    }

    /** The key of the n-th operation. */
    public int key(int n) {
        return n % keys;
    }

    /** Whether the n-th operation is the last one on its key. */
    public boolean isLast(int n) {
        return n / keys == PER_KEY - 1;
    }

    /** How many of the first operations are the last on their key. */
    public int lastOnes(int operations) {
        return Math.max(0, operations - (PER_KEY - 1) * keys);
    }
}
