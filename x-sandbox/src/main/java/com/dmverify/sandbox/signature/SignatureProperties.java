package com.dmverify.sandbox.signature;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The strictness of signature checks.
 *
 * @param timestampWindow how far a timestamp may be off, either way; X does not document it, minutes are reported
 * @param mostNonces how many nonces are remembered at most in each of two sets: memory
 */
@ConfigurationProperties("x-sandbox.signature")
record SignatureProperties(
        @DefaultValue("5m") Duration timestampWindow,
        @DefaultValue("500000") int mostNonces) {}
