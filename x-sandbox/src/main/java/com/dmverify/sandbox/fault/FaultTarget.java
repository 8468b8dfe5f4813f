package com.dmverify.sandbox.fault;

/** What a fault may meet: a call, or a delivery. */
public interface FaultTarget {

    /** A DM is being sent, or a delivery made. */
    boolean sends();

    /** This user is on the other side. */
    boolean isAbout(long userId);
}
