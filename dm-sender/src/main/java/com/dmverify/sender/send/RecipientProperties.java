package com.dmverify.sender.send;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recipients are found.
 *
 * @param handleMemory how long X's answer to "who is this handle" is used: handles change hands, and the message must not
 *     reach a former owner. If the answer is older when the call begins, X is asked again
 * @param preFlight whether X's hint "takes no messages from you", which comes with a look-up, spares the first message.
 *     After the user acted, or asked again, the message itself is tried
 */
@ConfigurationProperties("dm-verify.sender.recipients")
record RecipientProperties(
        @DefaultValue("60s") Duration handleMemory,
        @DefaultValue("true") boolean preFlight) {}
