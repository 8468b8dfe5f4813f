package com.dmverify.api.challenge;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is shown with a challenge; {@code dm-verify.policy.challenge-life} is how long it can be met.
 *
 * @param hintAfter without a message for so long, {@code challenge.next_action} says that an encrypted chat cannot be read: X
 *     delivers a message within seconds
 */
@ConfigurationProperties("dm-verify.challenges")
record ChallengeProperties(@DefaultValue("60s") Duration hintAfter) {}
