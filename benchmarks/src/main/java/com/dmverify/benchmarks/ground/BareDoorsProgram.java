package com.dmverify.benchmarks.ground;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/**
 * Plain WebFlux, without Spring Boot, with two doors that do one thing each: {@code POST /lua/:id} one Lua call,
 * {@code POST /record} one record to Kafka with acks=all. Arguments: port, Kafka's address, Redis' port.
 */
public final class BareDoorsProgram {

    /** The least that a check needs: compare, and count. */
    private static final String SCRIPT = """
            if redis.call('HGET', KEYS[1], 'code') == ARGV[1] then return 'approved' end
            redis.call('HINCRBY', KEYS[1], 'tries', 1)
            redis.call('PEXPIRE', KEYS[1], 600000)
            return 'incorrect'
            """;

    private final RedisReactiveCommands<String, String> redis;
    private final String script;
    private final KafkaProducer<String, byte[]> kafka;

    private BareDoorsProgram(String kafkaAddress, int redisPort) {
        redis = RedisClient.create("redis://127.0.0.1:" + redisPort).connect().reactive();
        script = redis.scriptLoad(SCRIPT).blockOptional().orElseThrow();
        // As webhook-receiver has it.
        kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafkaAddress, "acks", "all", "linger.ms", 1, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public static void main(String[] arguments) {
        BareDoorsProgram program = new BareDoorsProgram(arguments[1], Integer.parseInt(arguments[2]));
        HttpServer.create()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(program.doors())))
                .bindNow()
                .onDispose()
                .block();
    }

    private RouterFunction<ServerResponse> doors() {
        return RouterFunctions.route()
                .GET("/ready", _ -> ServerResponse.ok().build())
                .POST("/lua/{id}", this::lua)
                .POST("/record", this::record)
                .build();
    }

    private Mono<ServerResponse> lua(ServerRequest request) {
        String[] keys = {"bare:" + request.pathVariable("id")};
        return request.bodyToMono(String.class)
                .flatMap(body -> redis.<String>evalsha(script, ScriptOutputType.VALUE, keys, body)
                        .next())
                .flatMap(result -> ServerResponse.ok()
                        .header("Content-Type", "application/json")
                        .bodyValue("{\"result\":\"" + result + "\",\"status\":\"pending\"}"));
    }

    private Mono<ServerResponse> record(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .flatMap(this::durable)
                .then(ServerResponse.ok().build());
    }

    private Mono<Boolean> durable(byte[] body) {
        return Mono.create(sink -> {
            var _ = kafka.send(new ProducerRecord<>(BareDoors.TOPIC, body), (_, failure) -> {
                if (failure == null) {
                    sink.success(true);
                } else {
                    sink.error(failure);
                }
            });
        });
    }
}
