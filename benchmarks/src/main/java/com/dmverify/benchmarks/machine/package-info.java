/** Programs in JVMs of their own, and the machine that they share. */
@NullMarked
package com.dmverify.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
