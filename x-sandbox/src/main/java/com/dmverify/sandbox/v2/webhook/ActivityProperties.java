package com.dmverify.sandbox.v2.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * X Activity subscriptions.
 *
 * @param createdAnswer how a new one is shown; X's pages show three ways
 * @param most per app; X's self-serve plan
 */
@ConfigurationProperties("x-sandbox.activity")
record ActivityProperties(
        @DefaultValue("list") CreatedAnswer createdAnswer,
        @DefaultValue("1500") int most) {

    /** What stands in {@code data} of the answer. */
    enum CreatedAnswer {
        /** {@code [{…}]}, with {@code meta}: the first example of the quickstart. */
        LIST,
        /** {@code {…}}: its second example. */
        OBJECT,
        /** {@code {"subscription":{…}}}: the OpenAPI file. */
        NESTED
    }
}
