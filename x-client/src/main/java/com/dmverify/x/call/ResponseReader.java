package com.dmverify.x.call;

import tools.jackson.databind.JsonNode;

/**
 * Reads the caller's result from the body of a successful response. Throws {@link IllegalArgumentException} (as
 * {@code Json} does) if the body is not as X documents it. A missing node stands for no body.
 */
@FunctionalInterface
public interface ResponseReader<T> {

    T read(JsonNode body);
}
