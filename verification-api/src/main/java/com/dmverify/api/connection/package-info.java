/** How answers get back to the connection that asked. */
@NullMarked
package com.dmverify.api.connection;

import org.jspecify.annotations.NullMarked;
