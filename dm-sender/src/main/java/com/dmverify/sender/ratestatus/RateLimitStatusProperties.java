package com.dmverify.sender.ratestatus;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the status of the rate limits is published and shown to operators.
 *
 * @param lookEvery the largest age of an observation; each look costs one script per account
 * @param atLeastEvery an unchanged status is published again after this time, so that silence means that no sender runs
 */
@ConfigurationProperties("dm-verify.sender.rate-limit-status")
record RateLimitStatusProperties(
        @DefaultValue("2s") Duration lookEvery,
        @DefaultValue("30s") Duration atLeastEvery) {}
