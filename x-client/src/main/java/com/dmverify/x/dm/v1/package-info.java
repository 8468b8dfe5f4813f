/** Direct Messages of v1.1 in full: sending, what X keeps, typing and reading. */
@NullMarked
package com.dmverify.x.dm.v1;

import org.jspecify.annotations.NullMarked;
