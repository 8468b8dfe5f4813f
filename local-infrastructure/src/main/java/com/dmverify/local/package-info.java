/** A real Kafka broker inside this JVM and a real Redis beside it, for the quickstart and the tests; nothing for production. */
@NullMarked
package com.dmverify.local;

import org.jspecify.annotations.NullMarked;
