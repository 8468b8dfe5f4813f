/** The commands {@code dmverify keys new} and {@code hash}: API keys and their hashes. They call no service. */
@NullMarked
package com.dmverify.cli.keys;

import org.jspecify.annotations.NullMarked;
