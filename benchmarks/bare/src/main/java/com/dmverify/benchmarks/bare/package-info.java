/** The least that a service on this stack can be. */
@NullMarked
package com.dmverify.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
