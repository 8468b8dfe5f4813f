/** Renders the page on which a user grants an app access, and reads its form. */
@NullMarked
package com.dmverify.sandbox.consent;

import org.jspecify.annotations.NullMarked;
