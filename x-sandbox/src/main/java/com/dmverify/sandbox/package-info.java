/** Starts the simulation of X. */
@NullMarked
package com.dmverify.sandbox;

import org.jspecify.annotations.NullMarked;
