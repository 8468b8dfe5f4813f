/** Derives the code and the challenge of a verification from its id and a key, and recognises it in a sent message by its fingerprint. */
@NullMarked
package com.dmverify.codes;

import org.jspecify.annotations.NullMarked;
