package com.dmverify.sender.ledger;

import java.time.Duration;
import java.util.Collection;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Withdrawals in Redis: one key for each verification, in the ledger's slot, which ends by itself. */
public final class RedisWithdrawals implements Withdrawals {

    private final StringRedisTemplate redis;
    private final Duration memory;

    /** @param memory the longest run of a verification: an order for it may come so late */
    public RedisWithdrawals(StringRedisTemplate redis, Duration memory) {
        this.redis = redis;
        this.memory = memory;
    }

    @Override
    public void withdraw(Collection<String> verificationIds) {
        verificationIds.forEach(id -> redis.opsForValue().set(LedgerKeys.withdrawn(id), "1", memory));
    }
}
