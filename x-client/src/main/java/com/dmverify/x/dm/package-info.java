/** Direct Messages. */
@NullMarked
package com.dmverify.x.dm;

import org.jspecify.annotations.NullMarked;
