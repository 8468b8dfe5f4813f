/** Makes what lies in Redis unreadable and unforgeable: AES-GCM with a ring of keys. */
@NullMarked
package com.dmverify.connections.seal;

import org.jspecify.annotations.NullMarked;
