/** The whole river in one process, and one verification told step by step. */
@NullMarked
package com.dmverify.allinone;

import org.jspecify.annotations.NullMarked;
