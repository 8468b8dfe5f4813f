/** The commands {@code dmverify dead-letters list}, {@code show} and {@code replay}, and their options. */
@NullMarked
package com.dmverify.cli.deadletter.command;

import org.jspecify.annotations.NullMarked;
