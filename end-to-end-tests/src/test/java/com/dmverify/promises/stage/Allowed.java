package com.dmverify.promises.stage;

import java.time.Duration;

/**
 * What X lets each brand send.
 *
 * @param messages in one window
 * @param window counted from its first message
 */
public record Allowed(int messages, Duration window) {}
