/** The page on which somebody grants an app access, and the plain form behind it. */
@NullMarked
package com.dmverify.sandbox.consent;

import org.jspecify.annotations.NullMarked;
