/** The page that is kept: figures, and what they were measured on. */
@NullMarked
package com.dmverify.benchmarks.page;

import org.jspecify.annotations.NullMarked;
