/** The commands that look up users of X. */
@NullMarked
package com.dmverify.cli.user;

import org.jspecify.annotations.NullMarked;
