/** What a connected account is made of, and when its tokens are renewed. */
@NullMarked
package com.dmverify.connections.connection;

import org.jspecify.annotations.NullMarked;
