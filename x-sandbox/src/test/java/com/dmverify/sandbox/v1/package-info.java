/** What clients of v1.1 see. */
@NullMarked
package com.dmverify.sandbox.v1;

import org.jspecify.annotations.NullMarked;
