/** Simulates media uploads of both API versions without storing the bytes. */
@NullMarked
package com.dmverify.sandbox.media;

import org.jspecify.annotations.NullMarked;
