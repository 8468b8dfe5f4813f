/** Injects faults into calls and deliveries. */
@NullMarked
package com.dmverify.sandbox.fault;

import org.jspecify.annotations.NullMarked;
