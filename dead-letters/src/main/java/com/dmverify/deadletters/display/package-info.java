/** How dead letters look on a terminal. */
@NullMarked
package com.dmverify.deadletters.display;

import org.jspecify.annotations.NullMarked;
