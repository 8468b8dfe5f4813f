/** To Kafka: what became of an order, what is tried again, what never can be. */
@NullMarked
package com.dmverify.sender.publication;

import org.jspecify.annotations.NullMarked;
