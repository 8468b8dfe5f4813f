/** How people and messages look on the wire, in each generation's words. */
@NullMarked
package com.dmverify.sandbox.portrait;

import org.jspecify.annotations.NullMarked;
