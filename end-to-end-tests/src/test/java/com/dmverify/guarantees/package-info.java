/** Checks the guarantees of DM Verify while services, the broker and Redis are killed and restarted. */
@NullMarked
package com.dmverify.guarantees;

import org.jspecify.annotations.NullMarked;
