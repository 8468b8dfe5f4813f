package com.dmverify.sender.consume;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are consumed.
 *
 * @param concurrency records of one account and partition that are handled at a time. X answers in some 200 ms, and an
 *     account may send 15 messages at once at most: more than one window's worth in flight is of no use
 * @param readAhead records of one account and partition that are kept in memory (about a kilobyte each). Those beyond go
 *     to the retry topic, so that other accounts behind them are reached
 * @param maxInMemory records of this replica in memory before the partitions with more than their share are paused: bounds
 *     the memory where everything waits, and the retry topic takes what is put aside. 20000 records of two kilobytes, and as
 *     many again that partitions below their share may still read, fit into a pod of 512 MiB
 * @param commitEvery how often a consumer commits its offsets at most. What was finished since is reported again after a
 *     crash, and each commit is a round trip to the brokers
 * @param pauseWhenAway how long a record waits when Redis or Kafka does not answer
 * @param shutdownGrace how long records in flight may take to finish: a look-up and a message, both at their time-outs
 */
@ConfigurationProperties("dm-verify.sender.consumer")
record ConsumeProperties(
        @DefaultValue("16") int concurrency,
        @DefaultValue("2000") int readAhead,
        @DefaultValue("20000") int maxInMemory,
        @DefaultValue("200ms") Duration commitEvery,
        @DefaultValue("2s") Duration pauseWhenAway,
        @DefaultValue("25s") Duration shutdownGrace) {

    ConsumeProperties {
        if (concurrency < 1 || readAhead < 1 || maxInMemory < readAhead) {
            throw new IllegalArgumentException(
                    "dm-verify.sender.consumer: concurrency and read-ahead are at least 1, and"
                            + " max-in-memory is at least read-ahead");
        }
    }
}
