package com.dmverify.sender.withdrawal.follow;

class InMemoryPositionsTest extends PositionsContract {

    @Override
    Positions positions() {
        return new InMemoryPositions();
    }
}
