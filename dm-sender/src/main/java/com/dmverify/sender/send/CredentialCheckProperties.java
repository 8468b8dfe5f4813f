package com.dmverify.sender.send;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the owner of an account's credentials is checked.
 *
 * @param every how often X is asked until it confirms the owner. X allows 75 of these calls in 15 minutes; a repaired
 *     account is noticed after this time at the latest
 */
@ConfigurationProperties("dm-verify.sender.credential-checks")
record CredentialCheckProperties(@DefaultValue("1m") Duration every) {}
