package com.dmverify.api.tenant;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which scope a request needs. Paths are matched as the endpoints match them, so that no spelling of a path gets past it. */
final class Scopes {

    /** The right of operators, over all tenants. */
    static final String OPERATE = "operate";

    /** Every right that a key can have. */
    static final Set<String> WORDS =
            Set.of("verifications:write", "verifications:read", "checks:write", "targets:erase", OPERATE);

    private static final PathPattern ALL = pattern("/v1/**");
    private static final PathPattern TARGET = pattern("/v1/targets/{id}");
    private static final PathPattern CHECKS = pattern("/v1/verifications/{id}/checks");

    private Scopes() {}

    /** Null if it needs none. */
    static @Nullable String neededFor(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        if (!ALL.matches(path)) {
            return null;
        }
        if (request.getMethod().equals(HttpMethod.GET)) {
            return "verifications:read";
        }
        if (request.getMethod().equals(HttpMethod.DELETE) && TARGET.matches(path)) {
            return "targets:erase";
        }
        return request.getMethod().equals(HttpMethod.POST) && CHECKS.matches(path)
                ? "checks:write"
                : "verifications:write";
    }

    private static PathPattern pattern(String text) {
        return PathPatternParser.defaultInstance.parse(text);
    }
}
