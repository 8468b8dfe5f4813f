package com.dmverify.sandbox.fault;

/** A call or delivery to which a fault may apply. */
public interface FaultTarget {

    /** Whether it sends a DM or is a delivery. */
    boolean sends();

    /** Whether it concerns this user. */
    boolean isAbout(long userId);
}
