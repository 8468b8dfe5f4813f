/** What an operator sees: a line per attempt, metrics, health. */
@NullMarked
package com.dmverify.sender.seen;

import org.jspecify.annotations.NullMarked;
