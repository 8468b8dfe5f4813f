/** The command: what was asked for, and doing it. */
@NullMarked
package com.dmverify.deadletters;

import org.jspecify.annotations.NullMarked;
