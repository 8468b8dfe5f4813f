/** The client of X's API and its basic types: ids, handles, answers, errors, rate limits. */
@NullMarked
package com.dmverify.x;

import org.jspecify.annotations.NullMarked;
