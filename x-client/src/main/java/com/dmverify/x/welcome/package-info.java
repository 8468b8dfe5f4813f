/** Welcome messages, which X shows when a user opens a conversation (v1.1). */
@NullMarked
package com.dmverify.x.welcome;

import org.jspecify.annotations.NullMarked;
