/** Where verifications live: one script per promise. */
@NullMarked
package com.dmverify.api.store;

import org.jspecify.annotations.NullMarked;
