/** Stops of tenants, accounts, targets and code keys: who changes them, and what they refuse. */
@NullMarked
package com.dmverify.api.switches;

import org.jspecify.annotations.NullMarked;
