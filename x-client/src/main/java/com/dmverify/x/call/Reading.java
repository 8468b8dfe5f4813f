package com.dmverify.x.call;

import tools.jackson.databind.JsonNode;

/**
 * Takes out of a success what the caller wants. Throws {@link IllegalArgumentException} (as {@code Json} does) when the
 * body is not what X documents; a missing node stands for no body.
 */
@FunctionalInterface
public interface Reading<T> {

    T read(JsonNode body);
}
