/** The commands that send, list, show and delete Direct Messages. */
@NullMarked
package com.dmverify.cli.dm;

import org.jspecify.annotations.NullMarked;
