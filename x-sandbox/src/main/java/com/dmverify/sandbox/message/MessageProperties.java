package com.dmverify.sandbox.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many messages are kept.
 *
 * @param most the oldest messages are forgotten beyond this: the state is in memory
 */
@ConfigurationProperties("x-sandbox.messages")
record MessageProperties(@DefaultValue("500000") int most) {}
