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

/** One door of the sandbox, as it stands in its routes. */
record Route(String method, String path) {

    private static final Pattern ROUTE = Pattern.compile("\\((\\w+) && (/.*)\\)");

    /** These would end the walk: they never end, put everything back, or throw the walker's own token away. */
    private static final Set<String> SPARED = Set.of(
            "/sandbox/changes", "/sandbox/reset", "/1.1/oauth/invalidate_token.json", "/1.1/oauth/invalidate_token");

    /** All of them: nobody has to remember a new one here. */
    static List<Route> all(Sandbox sandbox) {
        List<Route> doors = new ArrayList<>();
        for (RouterFunction<?> routes : sandbox.beans(RouterFunction.class)) {
            routes.accept(new Collector(doors));
        }
        doors.removeIf(door -> SPARED.contains(door.path));
        return doors;
    }

    boolean isOfX() {
        return !path.startsWith("/sandbox/");
    }

    private record Collector(List<Route> doors) implements RouterFunctions.Visitor {

        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            Matcher route = ROUTE.matcher(predicate.toString());
            if (route.matches()) {
                doors.add(new Route(route.group(1), route.group(2)));
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
