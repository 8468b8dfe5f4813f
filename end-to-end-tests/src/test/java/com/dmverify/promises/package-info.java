/** Promises as objects, checked while services are killed and everything below them is stopped and started. */
@NullMarked
package com.dmverify.promises;

import org.jspecify.annotations.NullMarked;
