/** Whether the settings of Kafka and Redis keep what was acknowledged. */
@NullMarked
package com.dmverify.support.durability;

import org.jspecify.annotations.NullMarked;
