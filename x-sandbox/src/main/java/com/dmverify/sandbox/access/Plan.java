package com.dmverify.sandbox.access;

/** What X sold to the developer. */
public enum Plan {
    OPEN,
    SELF_SERVE
}
