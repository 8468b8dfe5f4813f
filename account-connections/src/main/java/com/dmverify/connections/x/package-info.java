/** X's authorization server, seen through Spring Security's client. */
@NullMarked
package com.dmverify.connections.x;

import org.jspecify.annotations.NullMarked;
