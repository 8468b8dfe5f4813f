/** Limits on what a tenant may ask for, and how answers tell them. */
@NullMarked
package com.dmverify.api.limit;

import org.jspecify.annotations.NullMarked;
