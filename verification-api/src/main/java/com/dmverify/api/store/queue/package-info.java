/** How many orders of an account are before a given one: a hint beside the state, never part of it. */
@NullMarked
package com.dmverify.api.store.queue;

import org.jspecify.annotations.NullMarked;
