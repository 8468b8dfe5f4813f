/** When a message will probably leave: how fast its account can send, and how many are before it. */
@NullMarked
package com.dmverify.api.pace;

import org.jspecify.annotations.NullMarked;
