/** Consumes Kafka records so that each ends as done, retried or dead letter; declares the topics. */
@NullMarked
package com.dmverify.api.kafka;

import org.jspecify.annotations.NullMarked;
