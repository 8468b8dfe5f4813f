/** Plain WebFlux endpoints that do the least which a request of a service costs. */
@NullMarked
package com.dmverify.benchmarks.ceiling;

import org.jspecify.annotations.NullMarked;
