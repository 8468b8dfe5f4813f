package com.dmverify.benchmarks.ceiling;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.http.server.HttpServer;

/**
 * Plain WebFlux without Spring Boot, with one endpoint for each ceiling. Arguments: the port to serve at, the address of
 * Kafka, the port of Redis.
 */
public final class CeilingProgram {

    private CeilingProgram() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Redis redis = new Redis(Integer.parseInt(arguments[2]));
        HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(endpoints(redis, arguments[1]))))
                .bindNow()
                .onDispose()
                .block();
    }

    private static RouterFunction<ServerResponse> endpoints(Redis redis, String kafka) {
        LuaEndpoint lua = new LuaEndpoint(redis);
        RecordEndpoint record = new RecordEndpoint(Records.ofWebhooks(kafka));
        Records records = Records.ofEvents(kafka);
        AcceptEndpoint accept = new AcceptEndpoint(redis, records);
        CheckEndpoint check = new CheckEndpoint(redis, records);
        return RouterFunctions.route()
                .GET("/ready", _ -> ServerResponse.ok().build())
                .POST("/lua/{id}", lua::handle)
                .POST("/record", record::handle)
                .POST("/accept", accept::handle)
                .POST("/check/{id}", check::handle)
                .build();
    }
}
