/** X speaks: check the seal, record it in Kafka, answer 200. */
@NullMarked
package com.dmverify.webhook;

import org.jspecify.annotations.NullMarked;
