/** All Direct Message endpoints of v2: conversations, groups and their events. */
@NullMarked
package com.dmverify.x.dm.v2;

import org.jspecify.annotations.NullMarked;
