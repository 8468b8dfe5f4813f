/** Records what the public interfaces show: Kafka's topics and the messages on X. */
@NullMarked
package com.dmverify.guarantees.evidence;

import org.jspecify.annotations.NullMarked;
