/** Runs each service as a process of its own, with several brands and with X's windows in seconds. */
@NullMarked
package com.dmverify.guarantees.deployment;

import org.jspecify.annotations.NullMarked;
