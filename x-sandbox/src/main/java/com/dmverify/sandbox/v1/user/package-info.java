/** Simulates v1.1's users and followers. */
@NullMarked
package com.dmverify.sandbox.v1.user;

import org.jspecify.annotations.NullMarked;
