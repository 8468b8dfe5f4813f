/** The messages with which accounts greet those who open a conversation. */
@NullMarked
package com.dmverify.sandbox.welcome;

import org.jspecify.annotations.NullMarked;
