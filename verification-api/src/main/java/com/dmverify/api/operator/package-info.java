/** What operators do to single verifications, by HTTP on the management port. */
@NullMarked
package com.dmverify.api.operator;

import org.jspecify.annotations.NullMarked;
