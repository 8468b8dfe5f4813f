/** Echoes: X's webhooks about messages that our accounts sent. */
@NullMarked
package com.dmverify.sender.echo;

import org.jspecify.annotations.NullMarked;
