/** Rate limits on the starts of a tenant, and their header fields. */
@NullMarked
package com.dmverify.api.limit;

import org.jspecify.annotations.NullMarked;
