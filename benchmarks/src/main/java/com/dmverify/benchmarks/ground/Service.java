package com.dmverify.benchmarks.ground;

/** A program of ours that runs and is ready. */
public interface Service extends AutoCloseable {

    long pid();

    @Override
    void close();
}
