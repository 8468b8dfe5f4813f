/** A real Kafka broker and a real Redis on this machine, for the quickstart and the tests; not for production. */
@NullMarked
package com.dmverify.local;

import org.jspecify.annotations.NullMarked;
