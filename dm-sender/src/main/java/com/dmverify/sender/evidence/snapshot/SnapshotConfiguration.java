package com.dmverify.sender.evidence.snapshot;

import com.dmverify.codes.CodeFingerprints;
import com.dmverify.sender.code.CodeProperties;
import com.dmverify.sender.ratelimit.RateLimiter;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Keeps conversation snapshots in Redis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotProperties.class)
class SnapshotConfiguration {

    @Bean
    ConversationSnapshots conversationSnapshots(
            StringRedisTemplate redis,
            RateLimiter limiter,
            CodeProperties codes,
            SnapshotProperties snapshots,
            Clock clock) {
        CodeFingerprints fingerprints = codes.snapshotFingerprints();
        String ring = fingerprints.of("0", "0", "ring");
        SnapshotStore store = new RedisSnapshotStore(redis, ring, snapshots.memory());
        return new ConversationSnapshots(store, fingerprints, limiter, clock);
    }
}
