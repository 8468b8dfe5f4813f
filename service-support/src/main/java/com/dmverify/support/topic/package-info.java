/** Creates the Kafka topics that are missing. */
@NullMarked
package com.dmverify.support.topic;

import org.jspecify.annotations.NullMarked;
