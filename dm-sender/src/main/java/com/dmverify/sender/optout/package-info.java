/** Persons who want no messages of an account (STOP), as the topic {@code opt-outs} says. */
@NullMarked
package com.dmverify.sender.optout;

import org.jspecify.annotations.NullMarked;
