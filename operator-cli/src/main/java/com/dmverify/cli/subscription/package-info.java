/** The commands that subscribe accounts at X, and request a replay. */
@NullMarked
package com.dmverify.cli.subscription;

import org.jspecify.annotations.NullMarked;
