/** What every service needs around its own work. */
@NullMarked
package com.dmverify.support;

import org.jspecify.annotations.NullMarked;
