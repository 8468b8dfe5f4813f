/** Holds the users of X, their settings, follows and blocks. */
@NullMarked
package com.dmverify.sandbox.person;

import org.jspecify.annotations.NullMarked;
