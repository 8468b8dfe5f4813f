/** Replaces URLs in texts by X's short URLs. */
@NullMarked
package com.dmverify.sandbox.link;

import org.jspecify.annotations.NullMarked;
