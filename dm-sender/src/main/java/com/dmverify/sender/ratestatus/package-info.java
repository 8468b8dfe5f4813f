/** Publishes the status of each account's rate limits. */
@NullMarked
package com.dmverify.sender.ratestatus;

import org.jspecify.annotations.NullMarked;
