/** Answers X's CRC checks (challenge-response checks of a webhook). */
@NullMarked
package com.dmverify.webhook.crc;

import org.jspecify.annotations.NullMarked;
