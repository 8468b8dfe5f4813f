/** Stores connections: one sealed value per account, replaced by compare-and-set. */
@NullMarked
package com.dmverify.connections.store;

import org.jspecify.annotations.NullMarked;
