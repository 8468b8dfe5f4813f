/** Simulates the persons to verify and the platforms that verify them. */
@NullMarked
package com.dmverify.guarantees.people;

import org.jspecify.annotations.NullMarked;
