/** Stores accepted Direct Messages and decides who may send them. */
@NullMarked
package com.dmverify.sandbox.message;

import org.jspecify.annotations.NullMarked;
