/** Back-off and other waits of the sender. */
@NullMarked
package com.dmverify.sender.retry;

import org.jspecify.annotations.NullMarked;
