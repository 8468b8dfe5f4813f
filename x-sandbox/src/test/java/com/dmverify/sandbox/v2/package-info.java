/** What clients of v2 see. */
@NullMarked
package com.dmverify.sandbox.v2;

import org.jspecify.annotations.NullMarked;
