/** Runs a user's steps through the public interfaces: REST, Kafka and the sandbox's control calls. */
@NullMarked
package com.dmverify.scenarios;

import org.jspecify.annotations.NullMarked;
