/** The client of X and the words it speaks: ids, handles, answers, errors, budgets. */
@NullMarked
package com.dmverify.x;

import org.jspecify.annotations.NullMarked;
