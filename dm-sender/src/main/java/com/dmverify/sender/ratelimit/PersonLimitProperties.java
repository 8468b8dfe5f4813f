package com.dmverify.sender.ratelimit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of this deployment, beside X's.
 *
 * @param dmsPerPersonHour messages of one account to one person (numeric id) in an hour, over all tenants: more would
 *     flood that person. 0 switches the limit off, for load tests
 */
@ConfigurationProperties("dm-verify.limits")
public record PersonLimitProperties(@DefaultValue("5") long dmsPerPersonHour) {}
