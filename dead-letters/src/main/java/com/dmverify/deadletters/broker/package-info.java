/** Kafka: dead letters come out of it, go back into it, and what went back is remembered in it. */
@NullMarked
package com.dmverify.deadletters.broker;

import org.jspecify.annotations.NullMarked;
