package com.dmverify.benchmarks.figure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The values of several rounds, in one unit.
 *
 * @param values in the order of the rounds; at least one, all finite and not negative
 */
public record Sample(List<Double> values) {

    public Sample {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> !Double.isFinite(value) || value < 0)) {
            throw new IllegalArgumentException("A sample has values, finite and not negative, and not: " + values);
        }
    }

    public static Sample of(double... values) {
        return new Sample(Arrays.stream(values).boxed().toList());
    }

    public static Sample of(Collection<Double> values) {
        return new Sample(List.copyOf(values));
    }

    /** The middle one; between the two in the middle when their number is even. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted()[0];
    }

    public double highest() {
        return sorted()[values.size() - 1];
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
