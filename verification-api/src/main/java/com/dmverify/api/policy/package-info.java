/** The numbers of a verification: lives, tries, waits. */
@NullMarked
package com.dmverify.api.policy;

import org.jspecify.annotations.NullMarked;
