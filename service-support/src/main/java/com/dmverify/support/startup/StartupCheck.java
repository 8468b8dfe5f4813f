package com.dmverify.support.startup;

import java.util.concurrent.Callable;

/**
 * Something that must have succeeded once since the start before the application is ready.
 *
 * @param name shown in the readiness health while it is missing, for example {@code redis}
 * @param check succeeds by returning; bounds its own time, and may be called again after it failed
 */
public record StartupCheck(String name, Callable<?> check) {}
