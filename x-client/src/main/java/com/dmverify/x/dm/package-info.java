/** Sends and reads Direct Messages, in the same way for both API versions. */
@NullMarked
package com.dmverify.x.dm;

import org.jspecify.annotations.NullMarked;
