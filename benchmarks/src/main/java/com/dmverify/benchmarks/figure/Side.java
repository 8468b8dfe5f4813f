package com.dmverify.benchmarks.figure;

/**
 * One of the two that are compared.
 *
 * @param name what it is, in a few words
 */
public record Side(String name, Sample sample) {}
