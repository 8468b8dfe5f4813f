package com.dmverify.sandbox.decision;

import com.dmverify.sandbox.access.Apps;
import com.dmverify.sandbox.access.Caller;
import com.dmverify.sandbox.access.Permission;
import com.dmverify.sandbox.access.Plan;
import com.dmverify.sandbox.error.ApiError;
import com.dmverify.sandbox.error.ApiException;
import com.dmverify.sandbox.fault.FaultName;
import com.dmverify.sandbox.fault.Faults;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks plan, kind of caller, standing of the app, permission and credits. */
@Component
class EntitlementCheck {

    private final Apps apps;
    private final Faults faults;

    EntitlementCheck(Apps apps, Faults faults) {
        this.apps = apps;
        this.faults = faults;
    }

    void plan(ApiRequest request) {
        if (apps.plan() == Plan.SELF_SERVE && !request.endpoint().isInSelfServe()) {
            throw ApiException.of(ApiError.NOT_IN_PLAN);
        }
    }

    void kindOfCaller(ApiRequest request) {
        Caller caller = request.caller();
        switch (request.endpoint().who()) {
            case USER_OR_APP -> {}
            case USER -> {
                if (caller.user() == null) {
                    throw ApiException.of(ApiError.APP_ONLY_FORBIDDEN);
                }
            }
            case APP_OR_SIGNED -> {
                if (caller.scopes() != null) {
                    throw ApiException.of(ApiError.USER_TOKEN_FORBIDDEN);
                }
            }
            case APP -> {
                if (caller.user() != null) {
                    throw ApiException.of(ApiError.USER_CONTEXT_FORBIDDEN);
                }
            }
        }
    }

    void permission(ApiRequest request) {
        Caller caller = request.caller();
        Permission needed = request.endpoint().permission();
        if (caller.user() != null && !caller.permission().includes(needed)) {
            throw ApiException.of(
                    needed == Permission.DIRECT_MESSAGES ? ApiError.NO_DM_PERMISSION : ApiError.NO_WRITE_PERMISSION);
        }
        Set<String> scopes = caller.scopes();
        if (scopes != null && !scopes.containsAll(request.endpoint().scopes())) {
            throw ApiException.of(ApiError.MISSING_SCOPE);
        }
    }

    /** Checks that the app is neither suspended nor restricted. */
    void standing(ApiRequest request) {
        if (faults.take(FaultName.APP_SUSPENDED, request).isPresent()) {
            throw ApiException.of(ApiError.APP_SUSPENDED);
        }
        if (faults.take(FaultName.APP_RESTRICTED, request).isPresent()) {
            throw ApiException.clientForbidden(request.caller().app().id());
        }
        if (faults.take(FaultName.FORBIDDEN_UNCLEAR, request).isPresent()) {
            throw ApiException.of(ApiError.FORBIDDEN_UNCLEAR);
        }
    }

    void credits(ApiRequest request) {
        if (faults.take(FaultName.CREDITS_DEPLETED, request).isPresent()) {
            throw ApiException.of(
                    ApiError.CREDITS_DEPLETED, request.caller().app().id());
        }
    }
}
