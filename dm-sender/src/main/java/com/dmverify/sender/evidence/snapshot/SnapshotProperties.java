package com.dmverify.sender.evidence.snapshot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Conversation snapshots.
 *
 * @param memory how long a snapshot is kept: longer than a message is searched
 */
@ConfigurationProperties("dm-verify.sender.snapshots")
record SnapshotProperties(@DefaultValue("30m") Duration memory) {}
