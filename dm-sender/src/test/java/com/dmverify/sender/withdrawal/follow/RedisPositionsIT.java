package com.dmverify.sender.withdrawal.follow;

import com.dmverify.sender.fixture.RealRedis;

class RedisPositionsIT extends PositionsContract {

    @Override
    Positions positions() {
        return new RedisPositions(RealRedis.scripts());
    }
}
