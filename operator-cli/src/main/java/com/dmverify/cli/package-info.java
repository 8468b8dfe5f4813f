/** The operator's command {@code dmverify}: its groups of subcommands, exit codes and error messages. */
@NullMarked
package com.dmverify.cli;

import org.jspecify.annotations.NullMarked;
