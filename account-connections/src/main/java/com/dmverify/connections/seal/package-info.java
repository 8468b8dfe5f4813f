/** Encrypts and authenticates values for Redis: AES-GCM with rotating keys. */
@NullMarked
package com.dmverify.connections.seal;

import org.jspecify.annotations.NullMarked;
