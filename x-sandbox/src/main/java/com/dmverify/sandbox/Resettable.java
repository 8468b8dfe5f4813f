package com.dmverify.sandbox;

/** State that can be put back as it was at the start. Called in {@code @Order}: apps and people first. */
public interface Resettable {

    void reset();
}
