/** The key ring from which the codes are derived. */
@NullMarked
package com.dmverify.sender.code;

import org.jspecify.annotations.NullMarked;
