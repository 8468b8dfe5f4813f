/** What ends an order before it is sent: the end of its verification and opt-outs, followed in Kafka and kept in Redis. */
@NullMarked
package com.dmverify.sender.withdrawal;

import org.jspecify.annotations.NullMarked;
