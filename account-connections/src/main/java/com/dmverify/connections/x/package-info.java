/** Calls X's authorization server by Spring Security's OAuth 2.0 client. */
@NullMarked
package com.dmverify.connections.x;

import org.jspecify.annotations.NullMarked;
