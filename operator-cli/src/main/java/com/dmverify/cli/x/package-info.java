/** Calls of X: the options that name it and the credentials, and what its errors mean for an operator. */
@NullMarked
package com.dmverify.cli.x;

import org.jspecify.annotations.NullMarked;
