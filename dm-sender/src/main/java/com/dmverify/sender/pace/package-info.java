/** Tells how fast each account can send at the moment. */
@NullMarked
package com.dmverify.sender.pace;

import org.jspecify.annotations.NullMarked;
