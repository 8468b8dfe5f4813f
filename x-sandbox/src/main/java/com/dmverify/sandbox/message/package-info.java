/** The Direct Messages that were accepted, and who may write to whom. */
@NullMarked
package com.dmverify.sandbox.message;

import org.jspecify.annotations.NullMarked;
