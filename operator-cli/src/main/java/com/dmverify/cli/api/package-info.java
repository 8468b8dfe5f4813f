/** Calls of verification-api on its management port, and the options that name it. */
@NullMarked
package com.dmverify.cli.api;

import org.jspecify.annotations.NullMarked;
