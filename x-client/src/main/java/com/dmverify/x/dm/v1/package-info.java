/** All Direct Message endpoints of v1.1. */
@NullMarked
package com.dmverify.x.dm.v1;

import org.jspecify.annotations.NullMarked;
