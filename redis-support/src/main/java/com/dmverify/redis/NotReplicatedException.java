package com.dmverify.redis;

/** Fewer replicas than asked for have taken a change in time: it stands on the master, and a failover may lose it. */
public final class NotReplicatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotReplicatedException(long taken, int wanted) {
        super(taken + " of " + wanted + " replicas have taken the change in time", null, false, false);
    }
}
