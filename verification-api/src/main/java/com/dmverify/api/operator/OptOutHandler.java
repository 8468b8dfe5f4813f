package com.dmverify.api.operator;

import com.dmverify.api.optout.ListOptOuts;
import com.dmverify.api.optout.OperateOptOut;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.Accounts;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Lists, adds and lifts opt-outs. */
final class OptOutHandler {

    private final ListOptOuts listOptOuts;
    private final OperateOptOut operateOptOut;
    private final Accounts accounts;

    OptOutHandler(ListOptOuts listOptOuts, OperateOptOut operateOptOut, Accounts accounts) {
        this.listOptOuts = listOptOuts;
        this.operateOptOut = operateOptOut;
        this.accounts = accounts;
    }

    /**
     * The body of a change.
     *
     * @param account by name
     * @param state opted_out or opted_in
     */
    record Change(
            @Nullable String account,
            @Nullable String userId,
            @Nullable String state) {}

    Mono<ServerResponse> list(ServerRequest request) {
        return listOptOuts
                .all(request.queryParam("account").orElse(null))
                .flatMap(all -> ServerResponse.ok().bodyValue(Map.of("data", all)));
    }

    Mono<ServerResponse> change(ServerRequest request) {
        return request.bodyToMono(Change.class)
                .switchIfEmpty(
                        Mono.error(() -> Problem.invalid("", "A body with account, user_id and state is needed.")))
                .flatMap(body -> change(body, request));
    }

    private Mono<ServerResponse> change(Change body, ServerRequest request) {
        String name = String.valueOf(body.account());
        SendingAccount account =
                accounts.find(name).orElseThrow(() -> Problem.invalid("/account", "No account has this name."));
        UserId person = person(String.valueOf(body.userId()));
        boolean optedOut = switch (String.valueOf(body.state())) {
            case "opted_out" -> true;
            case "opted_in" -> false;
            default -> throw Problem.invalid("/state", "opted_out or opted_in is needed.");
        };
        return operateOptOut
                .change(account, person, optedOut, OperatorFilter.caller(request))
                .then(ServerResponse.ok()
                        .bodyValue(Map.of(
                                "account", name, "user_id", person.value(), "state", String.valueOf(body.state()))));
    }

    private static UserId person(String text) {
        try {
            return new UserId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/user_id", String.valueOf(e.getMessage()));
        }
    }
}
