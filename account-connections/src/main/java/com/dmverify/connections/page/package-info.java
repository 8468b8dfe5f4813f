/** Serves the operator's pages, protected by a password. */
@NullMarked
package com.dmverify.connections.page;

import org.jspecify.annotations.NullMarked;
