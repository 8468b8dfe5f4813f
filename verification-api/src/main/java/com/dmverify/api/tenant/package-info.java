/** Tenants, their API keys and scopes, and the X accounts that send for them. */
@NullMarked
package com.dmverify.api.tenant;

import org.jspecify.annotations.NullMarked;
