/** Tells what is away for a while from what is wrong for good. */
@NullMarked
package com.dmverify.api.outage;

import org.jspecify.annotations.NullMarked;
