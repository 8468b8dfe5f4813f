/** What operators see: a log line for each attempt, metrics, health. */
@NullMarked
package com.dmverify.sender.observability;

import org.jspecify.annotations.NullMarked;
