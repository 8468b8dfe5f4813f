package com.dmverify.sandbox.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many people there may be.
 *
 * @param most no more accounts than this: the state is in memory
 */
@ConfigurationProperties("x-sandbox.people")
record PersonProperties(@DefaultValue("1000000") int most) {}
