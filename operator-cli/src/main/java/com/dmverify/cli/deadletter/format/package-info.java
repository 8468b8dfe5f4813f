/** Displays dead letters as JSON and as a table. */
@NullMarked
package com.dmverify.cli.deadletter.format;

import org.jspecify.annotations.NullMarked;
