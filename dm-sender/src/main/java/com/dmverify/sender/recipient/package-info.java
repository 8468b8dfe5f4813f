/** From a handle to the numeric id that the message goes to. */
@NullMarked
package com.dmverify.sender.recipient;

import org.jspecify.annotations.NullMarked;
