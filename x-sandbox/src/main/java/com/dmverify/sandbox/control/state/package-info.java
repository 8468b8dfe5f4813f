/** The control doors about the house: X's budget and plan, troubles on order, the page. */
@NullMarked
package com.dmverify.sandbox.control.state;

import org.jspecify.annotations.NullMarked;
