/** Ranks where a program spends its processor time. */
@NullMarked
package com.dmverify.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
