/** A dead letter: what it contains, where it is, and which ones a command selects. */
@NullMarked
package com.dmverify.cli.deadletter;

import org.jspecify.annotations.NullMarked;
