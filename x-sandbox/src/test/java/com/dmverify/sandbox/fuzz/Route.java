package com.dmverify.sandbox.fuzz;

import com.dmverify.sandbox.testing.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** A route of the sandbox: its method and path pattern. */
record Route(String method, String path) {

    private static final Pattern ROUTE = Pattern.compile("\\((\\w+) && (/.*)\\)");

    /** Paths that the fuzz test leaves out: they do not end, reset the sandbox, or revoke the test's own token. */
    private static final Set<String> SPARED = Set.of(
            "/sandbox/changes", "/sandbox/reset", "/1.1/oauth/invalidate_token.json", "/1.1/oauth/invalidate_token");

    /** All routes, read from the router functions, so that a new one is included. */
    static List<Route> all(Sandbox sandbox) {
        List<Route> found = new ArrayList<>();
        for (RouterFunction<?> routes : sandbox.beans(RouterFunction.class)) {
            routes.accept(new Collector(found));
        }
        found.removeIf(route -> SPARED.contains(route.path));
        return found;
    }

    boolean isOfX() {
        return !path.startsWith("/sandbox/");
    }

    private record Collector(List<Route> found) implements RouterFunctions.Visitor {

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            Matcher route = ROUTE.matcher(predicate.toString());
            if (route.matches()) {
                found.add(new Route(route.group(1), route.group(2)));
            }
        }

        @Override
        public void startNested(RequestPredicate predicate) {}

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(Function<ServerRequest, Mono<Resource>> lookup) {}

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> routes) {}
    }
}
