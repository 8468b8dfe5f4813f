/** Reads control calls, which set up the simulation, and answers their errors. */
@NullMarked
package com.dmverify.sandbox.control;

import org.jspecify.annotations.NullMarked;
