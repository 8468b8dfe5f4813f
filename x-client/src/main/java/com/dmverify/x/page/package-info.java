/** Lists that X gives out in pieces. */
@NullMarked
package com.dmverify.x.page;

import org.jspecify.annotations.NullMarked;
