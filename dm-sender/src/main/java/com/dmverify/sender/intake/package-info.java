/** From Kafka: records in, at each partition's own pace, and offsets that never run ahead of what is durable. */
@NullMarked
package com.dmverify.sender.intake;

import org.jspecify.annotations.NullMarked;
