/** Runs the consent of an account: authorization request, callback, disconnection. */
@NullMarked
package com.dmverify.connections.consent;

import org.jspecify.annotations.NullMarked;
