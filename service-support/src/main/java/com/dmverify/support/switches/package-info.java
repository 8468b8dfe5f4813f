/** What operators have stopped: tenants, accounts, targets and code keys. */
@NullMarked
package com.dmverify.support.switches;

import org.jspecify.annotations.NullMarked;
