/** What all commands share: streams, options, converters of option values, and safe text. */
@NullMarked
package com.dmverify.cli.terminal;

import org.jspecify.annotations.NullMarked;
