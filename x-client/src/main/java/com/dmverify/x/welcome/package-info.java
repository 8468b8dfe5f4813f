/** Messages that greet whoever opens a conversation (v1.1). */
@NullMarked
package com.dmverify.x.welcome;

import org.jspecify.annotations.NullMarked;
