/** The control calls for limits, plan, faults and state, and the web page. */
@NullMarked
package com.dmverify.sandbox.control.state;

import org.jspecify.annotations.NullMarked;
