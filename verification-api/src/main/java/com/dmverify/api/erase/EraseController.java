package com.dmverify.api.erase;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Erases what is kept of a person. */
@RestController
@Tag(name = "Targets")
class EraseController {

    private final EraseTarget eraseTarget;
    private final RemainingTopics remaining;

    EraseController(EraseTarget eraseTarget, RemainingTopics remaining) {
        this.eraseTarget = eraseTarget;
        this.remaining = remaining;
    }

    @Operation(
            summary = "Erase your verifications of a person, by numeric id; pending ones end as canceled",
            description =
                    "Needs the scope targets:erase. Limits and opt-outs stay. The answer says which topics still hold"
                            + " what, and until when.")
    @DeleteMapping("/v1/targets/{user_id}")
    Mono<ErasureResource> erase(@AuthenticationPrincipal Caller caller, @PathVariable("user_id") String userId) {
        UserId person = person(userId);
        return eraseTarget
                .erase(caller.owner(), person)
                .map(erased -> ErasureResource.of(person, erased, remaining.now(List.of(caller.tenant()))));
    }

    private static UserId person(String text) {
        try {
            return new UserId(text);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter(
                    "user_id",
                    "The numeric id of an X account is needed, in digits alone: a handle may be another person's by now.");
        }
    }
}
