/** Withdraws orders: of verifications that have ended, and to persons who opted out. */
@NullMarked
package com.dmverify.sender.withdrawal;

import org.jspecify.annotations.NullMarked;
