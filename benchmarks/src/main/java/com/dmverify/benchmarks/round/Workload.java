package com.dmverify.benchmarks.round;

/** One who can do a number of the same things. Not thread-safe. */
public interface Workload {

    /** What it is, in a few words. */
    String name();

    /** Makes ready what so many operations need and what is not to be measured. */
    default void prepare(int operations) {}

    /**
     * Does so many operations, and returns when all are done. This is what is measured.
     *
     * @throws IllegalStateException if one of them did not do what it should: such a round is worth nothing
     */
    void carryOut(int operations);

    /**
     * Looks whether so many operations have left the traces that they should.
     *
     * @throws IllegalStateException if not
     */
    default void prove(int operations) {}
}
