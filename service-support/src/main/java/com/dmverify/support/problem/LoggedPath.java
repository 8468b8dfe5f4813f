package com.dmverify.support.problem;

import java.util.regex.Pattern;
import org.springframework.web.server.ServerWebExchange;

/** The path of a request for the log, without what names a person: numeric ids and handles. */
public final class LoggedPath {

    private static final Pattern PERSON =
            Pattern.compile("(?<=/targets/)[^/]+|(?<=/)(?:@|%40)[^/]*|(?<=/)[0-9]+(?=/|$)");

    private LoggedPath() {}

    public static String of(ServerWebExchange exchange) {
        return of(exchange.getRequest().getPath().value());
    }

    static String of(String path) {
        return PERSON.matcher(path).replaceAll("*");
    }
}
