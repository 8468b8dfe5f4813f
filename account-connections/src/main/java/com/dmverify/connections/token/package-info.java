/** Gives access tokens, and renews them before their end on exactly one replica. */
@NullMarked
package com.dmverify.connections.token;

import org.jspecify.annotations.NullMarked;
