package com.dmverify.sender.withdrawal;

import java.util.Optional;

/** Whether the replicas know what was withdrawn lately. */
@FunctionalInterface
public interface WithdrawalFreshness {

    /** Why no call to X may begin now: a reader of withdrawals or opt-outs is behind, or how far is unknown. */
    Optional<String> objection();
}
