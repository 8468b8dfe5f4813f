/** The commands {@code dmverify quarantine list}, {@code show} and {@code end}, which call verification-api. */
@NullMarked
package com.dmverify.cli.quarantine;

import org.jspecify.annotations.NullMarked;
