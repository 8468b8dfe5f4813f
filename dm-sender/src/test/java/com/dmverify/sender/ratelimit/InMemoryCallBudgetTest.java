package com.dmverify.sender.ratelimit;

class InMemoryCallBudgetTest extends CallBudgetContract {

    private final InMemoryCallBudget budget = new InMemoryCallBudget(clock);

    @Override
    CallBudget budget() {
        return budget;
    }
}
