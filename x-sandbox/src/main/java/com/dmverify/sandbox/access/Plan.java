package com.dmverify.sandbox.access;

/** The access plan of the developer. */
public enum Plan {
    OPEN,
    SELF_SERVE
}
