package com.dmverify.cli.story;

import java.util.List;

/** What the deployment itself says about a verification: on Kafka's topics, or in the timeline of the API. */
public interface Evidence {

    /** The order to send a message was written. */
    Shown order(String verificationId);

    /** X rejected the message, and the verification waits for its user. */
    Shown waiting(String verificationId);

    /** The verification succeeded. */
    Shown success(String verificationId);

    /**
     * What the story prints.
     *
     * @param step the sentence
     * @param details the lines below it
     */
    record Shown(String step, List<String> details) {

        public Shown {
            details = List.copyOf(details);
        }
    }
}
