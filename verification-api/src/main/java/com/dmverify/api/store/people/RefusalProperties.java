package com.dmverify.api.store.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people refuse.
 *
 * @param optOutFor how long a STOP keeps us from writing to that person, unless they write START before. Long enough that a
 *     stranger who keeps typing their handle cannot have them pestered; not for ever, because people forget that they ever said
 *     it, handles change hands, and each further STOP renews it
 */
@ConfigurationProperties("dm-verify.refusals")
record RefusalProperties(@DefaultValue("30d") Duration optOutFor) {

    RefusalProperties {
        if (!optOutFor.isPositive()) {
            throw new IllegalArgumentException("dm-verify.refusals: opt-out-for must be positive");
        }
    }
}
