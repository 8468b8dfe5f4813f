/** Asks the question and knows the answer: the one writer of a verification. */
@NullMarked
package com.dmverify.api;

import org.jspecify.annotations.NullMarked;
