/** Finds out whether X accepted a message whose outcome is unknown. */
@NullMarked
package com.dmverify.sender.evidence;

import org.jspecify.annotations.NullMarked;
