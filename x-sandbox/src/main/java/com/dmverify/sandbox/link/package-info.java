/** Addresses in texts, which X replaces by its own short ones. */
@NullMarked
package com.dmverify.sandbox.link;

import org.jspecify.annotations.NullMarked;
