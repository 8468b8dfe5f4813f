/** Our client of X against our sandbox of X: each was written from X's documents, and they share no code. */
@NullMarked
package com.dmverify.wire;

import org.jspecify.annotations.NullMarked;
