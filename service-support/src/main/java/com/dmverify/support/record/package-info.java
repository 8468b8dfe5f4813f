/** What becomes of Kafka records that cannot be processed. */
@NullMarked
package com.dmverify.support.record;

import org.jspecify.annotations.NullMarked;
