/** The commands {@code dmverify stop}, {@code resume}, {@code opt-outs} and {@code export}, which call verification-api. */
@NullMarked
package com.dmverify.cli.control;

import org.jspecify.annotations.NullMarked;
