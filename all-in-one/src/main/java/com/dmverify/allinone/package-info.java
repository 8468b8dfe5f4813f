/** Runs the whole deployment in one process, and two verifications step by step. */
@NullMarked
package com.dmverify.allinone;

import org.jspecify.annotations.NullMarked;
