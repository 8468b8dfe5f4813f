package com.dmverify.sandbox;

/** State that a reset restores to its initial value, in {@code @Order}: apps and persons first. */
public interface Resettable {

    void reset();
}
