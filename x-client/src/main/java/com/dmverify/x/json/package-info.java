/** Reads X's JSON; unexpected content is one typed exception. */
@NullMarked
package com.dmverify.x.json;

import org.jspecify.annotations.NullMarked;
