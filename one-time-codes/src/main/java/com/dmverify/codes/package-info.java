/** Derives the code of a verification from its id and a key, so that it need be written nowhere. */
@NullMarked
package com.dmverify.codes;

import org.jspecify.annotations.NullMarked;
