/** Simulates v2's users, followers and DM blocks. */
@NullMarked
package com.dmverify.sandbox.v2.user;

import org.jspecify.annotations.NullMarked;
