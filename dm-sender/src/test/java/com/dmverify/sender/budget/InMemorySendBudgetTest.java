package com.dmverify.sender.budget;

class InMemorySendBudgetTest extends SendBudgetContract {

    private final InMemorySendBudget budget = new InMemorySendBudget(clock);

    @Override
    SendBudget budget() {
        return budget;
    }
}
