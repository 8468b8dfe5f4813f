package com.dmverify.api.operator;

import com.dmverify.api.problem.Problem;
import com.dmverify.api.switches.ChangeSwitch;
import com.dmverify.api.verification.Handle;
import com.dmverify.events.SwitchChanged;
import com.dmverify.events.SwitchKind;
import com.dmverify.support.switches.SwitchKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Lists what is stopped, and changes it. */
final class SwitchHandler {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

    private final ChangeSwitch changeSwitch;

    SwitchHandler(ChangeSwitch changeSwitch) {
        this.changeSwitch = changeSwitch;
    }

    /**
     * The body of a change.
     *
     * @param kind tenant, account, target or code-key
     * @param state stopped or running
     */
    record Change(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String state) {}

    /** A switch as operators see it. */
    record Shown(String kind, String name, String state, String changedBy, Instant changedAt) {

        static Shown of(SwitchChanged change) {
            return new Shown(
                    change.getKind().toString().toLowerCase(Locale.ROOT).replace('_', '-'),
                    change.getName(),
                    change.getState().toString().toLowerCase(Locale.ROOT),
                    change.getChangedBy(),
                    change.getChangedAt());
        }
    }

    Mono<ServerResponse> list(ServerRequest request) {
        List<Shown> stopped = changeSwitch.stopped().stream()
                .map(Shown::of)
                .sorted(Comparator.comparing(Shown::kind).thenComparing(Shown::name))
                .toList();
        return ServerResponse.ok().bodyValue(Map.of("data", stopped));
    }

    Mono<ServerResponse> change(ServerRequest request) {
        return request.bodyToMono(Change.class)
                .switchIfEmpty(Mono.error(() -> Problem.invalid("", "A body with kind, name and state is needed.")))
                .flatMap(body -> changeSwitch.change(key(body), stops(body), OperatorFilter.caller(request)))
                .flatMap(change -> ServerResponse.ok().bodyValue(Shown.of(change)));
    }

    private static SwitchKey key(Change body) {
        SwitchKind kind = SwitchKey.kind(String.valueOf(body.kind()))
                .orElseThrow(() -> Problem.invalid("/kind", "tenant, account, target or code-key is needed."));
        try {
            String name = String.valueOf(body.name());
            return kind == SwitchKind.TARGET ? SwitchKey.target(target(name)) : new SwitchKey(kind, name);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/name", String.valueOf(e.getMessage()));
        }
    }

    private static String target(String name) {
        return DIGITS.matcher(name).matches() ? name : Handle.typed(name).value();
    }

    private static boolean stops(Change body) {
        return switch (String.valueOf(body.state())) {
            case "stopped" -> true;
            case "running" -> false;
            default -> throw Problem.invalid("/state", "stopped or running is needed.");
        };
    }
}
