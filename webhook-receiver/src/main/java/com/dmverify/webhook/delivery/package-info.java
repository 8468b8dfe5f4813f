/** What becomes of one delivery: forged, malformed, too large, or recorded before X gets its 200. */
@NullMarked
package com.dmverify.webhook.delivery;

import org.jspecify.annotations.NullMarked;
