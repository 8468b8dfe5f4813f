package com.dmverify.benchmarks.load;

import java.util.Map;

/**
 * A request to be posted.
 *
 * @param path with a slash before it
 * @param body JSON
 */
public record Outgoing(String path, String body, Map<String, String> headers) {}
