package com.dmverify.sandbox.decision;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The order of X's checks, which this class alone defines. X does not publish it; it is inferred from codes and recordings. The
 * first failed check ends the call. Beside each check: v1.1's codes / v2's problem, whose texts are in
 * {@link com.dmverify.sandbox.error.ApiError}.
 */
@Component
class DecisionOrder {

    private final List<Check> everyCall;
    private final List<Check> everyMessage;

    DecisionOrder(
            OutageCheck outage,
            CredentialsCheck credentials,
            EntitlementCheck entitlement,
            LimitCheck limit,
            MessageCheck message) {
        everyCall = List.of(
                outage::examine, //            503 / 503, by a fault, before any other check
                credentials::examine, //       215 → 32 → 135 → used nonce 32 → 89 / 401 Unauthorized
                entitlement::plan, //          453
                entitlement::kindOfCaller, //  220 / unsupported-authentication
                entitlement::standing, //      416, 151 / Unauthorized, client-forbidden, Forbidden; by a fault
                entitlement::permission, //    93, 261 / oauth1-permissions, missing scope: bare Forbidden
                entitlement::credits, //         402 CreditsDepleted, in v2's shape for both
                limit::examine, //             88 / 429: 15 minutes, 24 hours of the user, 24 hours of the app
                message::senderIsNotSuspended); // 64 / user-suspended
        everyMessage = List.of(
                message::sender, //            326, 226 / operation not permitted
                message::body, //              214, 38, 354 / invalid-request
                message::recipientsExist, //   50 / invalid-request
                message::recipientsState, //   63 / User has been suspended
                message::mayWrite); //         150, 349 / no permission to DM
    }

    void decide(ApiRequest request) {
        everyCall.forEach(check -> check.examine(request));
    }

    void decideMessage(ApiRequest request) {
        everyMessage.forEach(check -> check.examine(request));
    }
}
