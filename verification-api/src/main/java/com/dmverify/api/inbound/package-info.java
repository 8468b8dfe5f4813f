/** Handles what people do on X: messages to the brand and follows (topic {@code x.activity}). */
@NullMarked
package com.dmverify.api.inbound;

import org.jspecify.annotations.NullMarked;
