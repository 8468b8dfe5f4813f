package com.dmverify.sandbox.v2.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of X Activity subscriptions.
 *
 * @param createdAnswer the format of a new subscription; X documents three
 * @param most the largest number per app; that of X's self-serve plan
 */
@ConfigurationProperties("x-sandbox.activity")
record ActivityProperties(
        @DefaultValue("list") CreatedAnswer createdAnswer,
        @DefaultValue("1500") int most) {

    /** The format of {@code data} in the answer. */
    enum CreatedAnswer {
        /** {@code [{…}]}, with {@code meta}: the first example of the quickstart. */
        LIST,
        /** {@code {…}}: its second example. */
        OBJECT,
        /** {@code {"subscription":{…}}}: the OpenAPI file. */
        NESTED
    }
}
