package com.dmverify.api.switches;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.problem.ProblemType;
import com.dmverify.api.verification.Target;
import com.dmverify.events.SwitchKind;
import com.dmverify.support.switches.SwitchKey;
import com.dmverify.support.switches.Switches;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses starts and resends of stopped tenants and for stopped targets. A stopped account is dm-sender's to obey. */
@Component
public class SwitchGuard {

    private final Switches switches;

    SwitchGuard(Switches switches) {
        this.switches = switches;
    }

    /** The problem of who wants to start or send again; empty if nothing of it is stopped. */
    public Optional<Problem> refusal(String tenant, Target target) {
        if (switches.isStopped(SwitchKind.TENANT, tenant)) {
            return Optional.of(Problem.of(
                    ProblemType.STOPPED,
                    "An operator has stopped your tenant: nothing is started or sent again. Ask the operator."));
        }
        return isStopped(target)
                ? Optional.of(Problem.of(
                        ProblemType.STOPPED, "An operator has stopped messages to this target. Ask the operator."))
                : Optional.empty();
    }

    private boolean isStopped(Target target) {
        return (target.userId() != null
                        && switches.isStopped(SwitchKey.target(target.userId().value())))
                || (target.handle() != null
                        && switches.isStopped(SwitchKey.target(target.handle().value())));
    }
}
