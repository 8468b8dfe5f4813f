/** The state of a connected account, and the rules of its token refresh. */
@NullMarked
package com.dmverify.connections.connection;

import org.jspecify.annotations.NullMarked;
