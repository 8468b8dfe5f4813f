/** How people and messages look on the wire, in each apiVersion's words. */
@NullMarked
package com.dmverify.sandbox.json;

import org.jspecify.annotations.NullMarked;
