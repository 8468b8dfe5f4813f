/** An operator's way to X's consent page and back. */
@NullMarked
package com.dmverify.connections.consent;

import org.jspecify.annotations.NullMarked;
