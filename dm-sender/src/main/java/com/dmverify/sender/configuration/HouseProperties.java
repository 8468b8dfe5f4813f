package com.dmverify.sender.configuration;

import com.dmverify.x.webhook.SentDigits;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What belongs to an installation and not to this service alone.
 *
 * @param accounts by the names that orders call them by
 * @param codes the key ring, the same as in verification-api
 */
@ConfigurationProperties("dm-verify")
record HouseProperties(
        @DefaultValue Map<String, AccountProperties> accounts,
        @DefaultValue Codes codes) {

    /** The keys; the first one is the newest. */
    record Codes(@DefaultValue List<CodeKeyProperties> keys) {

        /**
         * By which replicas know messages in each other's overviews. Keyed by the first key: while keys are rotated,
         * replicas with different ones do not use each other's.
         */
        SentDigits overviewDigits() {
            return new SentDigits(
                    keys.stream().findFirst().map(CodeKeyProperties::secret).orElse(""));
        }
    }
}
