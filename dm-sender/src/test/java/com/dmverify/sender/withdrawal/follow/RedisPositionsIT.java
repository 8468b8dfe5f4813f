package com.dmverify.sender.withdrawal.follow;

import com.dmverify.local.testing.SharedRedis;
import com.dmverify.sender.redis.RedisScriptRunner;

class RedisPositionsIT extends PositionsContract {

    @Override
    Positions positions() {
        return new RedisPositions(new RedisScriptRunner(SharedRedis.connections()));
    }
}
