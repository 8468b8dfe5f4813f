/** The user typed a code: right or wrong. */
@NullMarked
package com.dmverify.api.verdict;

import org.jspecify.annotations.NullMarked;
