/** The people who are verified, each with a will of their own. */
@NullMarked
package com.dmverify.promises.crowd;

import org.jspecify.annotations.NullMarked;
