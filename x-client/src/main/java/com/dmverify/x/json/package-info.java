/** Reading JSON that strangers wrote: what is not as expected is one typed exception. */
@NullMarked
package com.dmverify.x.json;

import org.jspecify.annotations.NullMarked;
