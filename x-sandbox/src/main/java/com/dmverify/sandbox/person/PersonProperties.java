package com.dmverify.sandbox.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The number of users.
 *
 * @param most the largest number of accounts: the state is in memory
 */
@ConfigurationProperties("x-sandbox.people")
record PersonProperties(@DefaultValue("1000000") int most) {}
