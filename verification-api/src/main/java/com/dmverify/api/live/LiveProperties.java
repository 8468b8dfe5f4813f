package com.dmverify.api.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Streams of events and long polls.
 *
 * @param lookEvery how often the state of each is read: a change whose hint is lost is seen then
 * @param heartBeatEvery how often a stream carries a comment, so that proxies keep it open; rounded to whole looks
 * @param mostPerKey how many an API key may have open in a replica
 * @param most how many a replica has open: bounds its sockets and memory
 */
@ConfigurationProperties("dm-verify.live")
record LiveProperties(
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("15s") Duration heartBeatEvery,
        @DefaultValue("5000") int mostPerKey,
        @DefaultValue("20000") int most) {

    LiveProperties {
        if (lookEvery.toMillis() < LiveUpdates.SLOTS || heartBeatEvery.compareTo(lookEvery) < 0) {
            throw new IllegalArgumentException("dm-verify.live: look-every is at least " + LiveUpdates.SLOTS
                    + " ms, and heart-beat-every not shorter than look-every");
        }
        if (mostPerKey < 1 || most < 1) {
            throw new IllegalArgumentException("dm-verify.live: most-per-key and most must be at least 1");
        }
    }

    /** Every so many looks there is a heart-beat. */
    long looksPerHeartBeat() {
        return heartBeatEvery.dividedBy(lookEvery);
    }
}
