/** The scripts that run in Redis. */
@NullMarked
package com.dmverify.sender.script;

import org.jspecify.annotations.NullMarked;
