/** How answers get back to the connection that asked. */
@NullMarked
package com.dmverify.sandbox.connection;

import org.jspecify.annotations.NullMarked;
