/** Keeps Kafka listener containers running, and shows how they are. */
@NullMarked
package com.dmverify.support.listener;

import org.jspecify.annotations.NullMarked;
