/** How long the sender waits for what. */
@NullMarked
package com.dmverify.sender.patience;

import org.jspecify.annotations.NullMarked;
