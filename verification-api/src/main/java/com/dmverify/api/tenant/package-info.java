/** Who may ask: platforms, their keys and the X accounts that speak for them. */
@NullMarked
package com.dmverify.api.tenant;

import org.jspecify.annotations.NullMarked;
