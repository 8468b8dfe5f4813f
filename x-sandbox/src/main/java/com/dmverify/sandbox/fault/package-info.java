/** Troubles on order, by name. */
@NullMarked
package com.dmverify.sandbox.fault;

import org.jspecify.annotations.NullMarked;
