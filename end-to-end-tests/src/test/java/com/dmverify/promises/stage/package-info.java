/** Where the promises are put to the test: each service a process of its own, several brands, X's windows in seconds. */
@NullMarked
package com.dmverify.promises.stage;

import org.jspecify.annotations.NullMarked;
