/** What happened to a verification, as it is kept with its state. */
@NullMarked
package com.dmverify.api.timeline;

import org.jspecify.annotations.NullMarked;
