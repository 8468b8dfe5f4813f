/** Ends what waited long enough. */
@NullMarked
package com.dmverify.api.deadline;

import org.jspecify.annotations.NullMarked;
