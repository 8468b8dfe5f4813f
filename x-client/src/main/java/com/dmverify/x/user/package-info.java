/** Looks up X users by handle or id. */
@NullMarked
package com.dmverify.x.user;

import org.jspecify.annotations.NullMarked;
