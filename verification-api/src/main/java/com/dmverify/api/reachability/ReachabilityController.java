package com.dmverify.api.reachability;

import com.dmverify.api.eta.EtaEstimator;
import com.dmverify.api.problem.Problem;
import com.dmverify.api.tenant.Caller;
import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.Target;
import com.dmverify.api.verification.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says whether a message would reach a person. */
@RestController
@Tag(name = "Targets")
class ReachabilityController {

    private static final String ENGLISH = "en";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final AskReachability askReachability;
    private final EtaEstimator estimator;

    ReachabilityController(AskReachability askReachability, EtaEstimator estimator) {
        this.askReachability = askReachability;
        this.estimator = estimator;
    }

    @Operation(
            summary = "Ask whether a message would reach a person, by @handle or user id; sends nothing",
            description = "unknown is an answer: X cannot always say, or did not within 2 s; ask again a little later.")
    @GetMapping("/v1/targets/{target}/reachability")
    Mono<ReachabilityResource> ask(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String target,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        String locale = locale(headers);
        return askReachability
                .ask(target(target), caller)
                .flatMap(found -> found.verdict() == Reachability.Verdict.NO || caller.isTest()
                        ? Mono.just(ReachabilityResource.of(found, caller.account(), locale, null))
                        : estimator
                                .ofNext(caller.account().name())
                                .map(eta -> ReachabilityResource.of(found, caller.account(), locale, eta))
                                .defaultIfEmpty(ReachabilityResource.of(found, caller.account(), locale, null)));
    }

    /** The language that is asked for first; English where none is, or what is asked for is no language. */
    private static String locale(HttpHeaders headers) {
        try {
            List<Locale> asked = headers.getAcceptLanguageAsLocales();
            return asked.isEmpty() ? ENGLISH : asked.getFirst().toLanguageTag();
        } catch (IllegalArgumentException _) {
            return ENGLISH;
        }
    }

    /** Digits alone are an id; a handle carries an @. */
    private static Target target(String text) {
        try {
            if (DIGITS.matcher(text).matches()) {
                return new Target(null, new UserId(text));
            }
            if (text.startsWith("@")) {
                return new Target(Handle.typed(text), null);
            }
        } catch (IllegalArgumentException e) {
            throw Problem.invalidParameter("target", String.valueOf(e.getMessage()));
        }
        throw Problem.invalidParameter("target", "A handle carries an @: @jack. Digits alone are a user id: 12.");
    }
}
