package com.dmverify.sender.configuration;

import com.dmverify.sender.account.Breaker;
import com.dmverify.sender.patience.BackOff;
import com.dmverify.sender.patience.Patience;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sender works.
 *
 * @param concurrency records of one account and partition that are handled at a time. X answers in some 200 ms, and an
 *     account has 15 messages at once at most: more than one window's worth in flight is of no use
 * @param readAhead records of one account and partition that are kept in memory (about a kilobyte each). Those beyond go
 *     to the retry topic, so that other accounts behind them are reached
 * @param mostInHand records of a partition in memory before it is paused: bounds the memory where everything waits
 * @param commitEvery how often a consumer tells the brokers where it stands, at most. What was finished since is announced
 *     again after a crash, and each commit is a question to the brokers
 * @param handleMemory how long X's answer to "who is this handle" is believed: handles change hands, and the message must
 *     not reach a former owner. Up to the call; where it is older then, X is asked again
 * @param preFlight whether X's hint "takes no messages from you", which comes with a lookup, spares the first message.
 *     After the user acted, or asked again, the message itself is tried
 * @param introduceEvery how often X is asked whose credentials an account has, until it says that they are the account's.
 *     X allows 75 of these questions in 15 minutes; an account that an operator repairs is noticed so late
 * @param pauseWhenAway how long a partition waits when Redis or Kafka does not answer
 * @param budgetMargin added to X's resets of windows that somebody else opened: they are whole seconds by X's clock, and
 *     nobody knows how they are rounded. The end of a window of our own is known better
 * @param shutdownGrace how long what is in flight may take to finish: a lookup and a message, both at their time-outs
 */
@ConfigurationProperties("dm-verify.sender")
record SenderProperties(
        @DefaultValue("16") int concurrency,
        @DefaultValue("2000") int readAhead,
        @DefaultValue("20000") int mostInHand,
        @DefaultValue("200ms") Duration commitEvery,
        @DefaultValue("60s") Duration handleMemory,
        @DefaultValue("true") boolean preFlight,
        @DefaultValue("1m") Duration introduceEvery,
        @DefaultValue("2s") Duration pauseWhenAway,
        @DefaultValue("1s") Duration budgetMargin,
        @DefaultValue("25s") Duration shutdownGrace,
        @DefaultValue Ledger ledger,
        @DefaultValue Retry retry,
        @DefaultValue Doubt doubt,
        @DefaultValue Trouble breaker,
        @DefaultValue PaceToTell pace,
        @DefaultValue TopicsToMake topics) {

    SenderProperties {
        if (concurrency < 1 || readAhead < 1 || mostInHand < readAhead) {
            throw new IllegalArgumentException("dm-verify.sender.concurrency and read-ahead are at least 1, and"
                    + " most-in-hand is at least read-ahead");
        }
    }

    Patience patience() {
        return new Patience(retry.backOff(), retry.throttled, doubt.grace, doubt.search, doubt.skew);
    }

    Breaker.Pauses pauses() {
        return new Breaker.Pauses(breaker.first, breaker.longest);
    }

    /**
     * The record of what was sent.
     *
     * @param lease how long a claim is respected: longer than all time-outs of one passage together (a lookup, a
     *     reading of the conversation, a message, Redis in between). The order of a replica that died waits so long, and
     *     verification-api's report-grace has to be longer than this, the search and the three calls of who takes over
     * @param memory how long an outcome is remembered: longer than any verification lives or Kafka redelivers
     */
    record Ledger(
            @DefaultValue("40s") Duration lease,
            @DefaultValue("26h") Duration memory) {}

    /**
     * What is tried again.
     *
     * @param first the wait after the first failed attempt
     * @param longest no wait is longer
     * @param mostAttempts then X counts as unavailable
     * @param throttled the wait when X throttles and does not say until when: its shortest window is 15 minutes, but
     *     most of it may be over
     */
    record Retry(
            @DefaultValue("1s") Duration first,
            @DefaultValue("30s") Duration longest,
            @DefaultValue("8") int mostAttempts,
            @DefaultValue("1m") Duration throttled) {

        BackOff backOff() {
            return new BackOff(first, longest, mostAttempts);
        }
    }

    /**
     * Calls whose outcome is unknown.
     *
     * @param grace for X to tell of the message by itself, through a webhook, before the conversation is read; X may also
     *     show a message late
     * @param search how long it is looked for beyond the deadline while the conversation cannot be read; with the three
     *     calls of a passage and the lease it must stay below verification-api's report-grace (120s), which then gives the message up
     * @param skew how far X's clock may be behind ours when it dates a message, and the replicas' clocks apart; less than the
     *     time between two dispatches
     * @param sightingMemory how long it is remembered that X told of a message: longer than an order lives and is searched
     */
    record Doubt(
            @DefaultValue("5s") Duration grace,
            @DefaultValue("20s") Duration search,
            @DefaultValue("10s") Duration skew,
            @DefaultValue("30m") Duration sightingMemory) {}

    /**
     * An account that X lets send nothing.
     *
     * @param first the first pause, before one message probes whether it is over
     * @param longest no pause is longer, so that a repaired account is noticed
     */
    record Trouble(
            @DefaultValue("5s") Duration first,
            @DefaultValue("2m") Duration longest) {}

    /**
     * How fast the accounts can send, told to verification-api and shown to operators.
     *
     * @param lookEvery how old an estimate may be; each look costs one script per account
     * @param atLeastEvery what has not changed is told again, so that silence means that no sender is there
     */
    record PaceToTell(
            @DefaultValue("2s") Duration lookEvery,
            @DefaultValue("30s") Duration atLeastEvery) {}

    /**
     * The topics that are made at start where they are missing; what is there stays as it is.
     *
     * @param partitions of each: at least as many as accounts that shall not wait for each other
     * @param replicas of each; -1 leaves it to the broker
     */
    record TopicsToMake(
            @DefaultValue("6") int partitions,
            @DefaultValue("-1") short replicas) {}
}
