package com.dmverify.sender.withdrawal;

import com.dmverify.sender.cast.RealRedis;

class RedisPositionsIT extends PositionsContract {

    @Override
    Positions positions() {
        return new RedisPositions(RealRedis.scripts());
    }
}
