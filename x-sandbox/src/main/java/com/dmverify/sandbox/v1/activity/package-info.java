/** Simulates v1.1's Account Activity, the premium and the enterprise API. */
@NullMarked
package com.dmverify.sandbox.v1.activity;

import org.jspecify.annotations.NullMarked;
