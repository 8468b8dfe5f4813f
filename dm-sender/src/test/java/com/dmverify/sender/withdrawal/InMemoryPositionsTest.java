package com.dmverify.sender.withdrawal;

class InMemoryPositionsTest extends PositionsContract {

    @Override
    Positions positions() {
        return new InMemoryPositions();
    }
}
