/** v1.1's users, and who follows whom. */
@NullMarked
package com.dmverify.sandbox.v1.user;

import org.jspecify.annotations.NullMarked;
