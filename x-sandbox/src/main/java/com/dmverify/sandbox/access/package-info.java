/** Holds the apps and their tokens, and identifies callers. */
@NullMarked
package com.dmverify.sandbox.access;

import org.jspecify.annotations.NullMarked;
