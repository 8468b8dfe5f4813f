/** Draws persons, faults and poisonous records from one seed. */
@NullMarked
package com.dmverify.guarantees.plan;

import org.jspecify.annotations.NullMarked;
