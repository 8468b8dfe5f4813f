/** Where connections lie: one sealed text for each account, replaced only if nobody else did. */
@NullMarked
package com.dmverify.connections.store;

import org.jspecify.annotations.NullMarked;
