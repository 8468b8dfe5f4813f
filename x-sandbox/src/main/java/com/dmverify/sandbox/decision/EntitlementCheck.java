package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.access.Plan;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import com.dmverify.sandbox.refusal.Refusal;
import com.dmverify.sandbox.refusal.Refused;
import java.util.Set;
import org.springframework.stereotype.Component;

/** May this app, with this token, call this at all, and is it paid for? */
@Component
class EntitlementCheck {

    private final Apps apps;
    private final Faults faults;

    EntitlementCheck(Apps apps, Faults faults) {
        this.apps = apps;
        this.faults = faults;
    }

    void plan(Attempt attempt) {
        if (apps.plan() == Plan.SELF_SERVE && !attempt.endpoint().isInSelfServe()) {
            throw Refused.because(Refusal.NOT_IN_PLAN);
        }
    }

    void kindOfCaller(Attempt attempt) {
        Caller caller = attempt.caller();
        switch (attempt.endpoint().who()) {
            case ANYBODY -> {}
            case USER -> {
                if (caller.user() == null) {
                    throw Refused.because(Refusal.APP_ONLY_FORBIDDEN);
                }
            }
            case APP_OR_SIGNED -> {
                if (caller.scopes() != null) {
                    throw Refused.because(Refusal.USER_TOKEN_FORBIDDEN);
                }
            }
            case APP -> {
                if (caller.user() != null) {
                    throw Refused.because(Refusal.USER_CONTEXT_FORBIDDEN);
                }
            }
        }
    }

    void permission(Attempt attempt) {
        Caller caller = attempt.caller();
        Permission needed = attempt.endpoint().permission();
        if (caller.user() != null && !caller.permission().includes(needed)) {
            throw Refused.because(
                    needed == Permission.DIRECT_MESSAGES ? Refusal.NO_DM_PERMISSION : Refusal.NO_WRITE_PERMISSION);
        }
        Set<String> scopes = caller.scopes();
        if (scopes != null && !scopes.containsAll(attempt.endpoint().scopes())) {
            throw Refused.because(Refusal.MISSING_SCOPE);
        }
    }

    /** Is the app in good standing? */
    void standing(Attempt attempt) {
        if (faults.take(FaultName.APP_SUSPENDED, attempt).isPresent()) {
            throw Refused.because(Refusal.APP_SUSPENDED);
        }
        if (faults.take(FaultName.APP_RESTRICTED, attempt).isPresent()) {
            throw Refused.clientForbidden(attempt.caller().app().id());
        }
        if (faults.take(FaultName.FORBIDDEN_UNCLEAR, attempt).isPresent()) {
            throw Refused.because(Refusal.FORBIDDEN_UNCLEAR);
        }
    }

    void money(Attempt attempt) {
        if (faults.take(FaultName.CREDITS_DEPLETED, attempt).isPresent()) {
            throw Refused.because(
                    Refusal.CREDITS_DEPLETED, attempt.caller().app().id());
        }
    }
}
