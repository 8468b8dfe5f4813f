/** Direct Messages of v2 in full: conversations, groups, what X keeps of them. */
@NullMarked
package com.dmverify.x.dm.v2;

import org.jspecify.annotations.NullMarked;
