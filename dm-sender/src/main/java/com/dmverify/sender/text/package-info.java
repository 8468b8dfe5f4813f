/** The text of the message, in the user's language. */
@NullMarked
package com.dmverify.sender.text;

import org.jspecify.annotations.NullMarked;
