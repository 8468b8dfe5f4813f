package com.dmverify.sandbox.control.house;

import com.dmverify.sandbox.control.ControlDoor;
import com.dmverify.sandbox.control.Directory;
import com.dmverify.sandbox.wire.Reply;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The state of the whole house: counts, deliveries, budget, and everything as at the start. */
@Configuration(proxyBeanMethods = false)
class HouseDoors {

    private final ControlDoor door;
    private final Directory directory;
    private final House house;

    HouseDoors(ControlDoor door, Directory directory, House house) {
        this.door = door;
        this.directory = directory;
        this.house = house;
    }

    @Bean
    @Order(35)
    RouterFunction<ServerResponse> houseRoutes() {
        return RouterFunctions.route()
                .GET("/sandbox/stats", door.to(instruction -> Reply.json(200, house.stats())))
                .GET(
                        "/sandbox/deliveries",
                        door.to(instruction -> Reply.json(200, house.deliveries(instruction.limit(50, 1000)))))
                .GET("/sandbox/brands", door.to(instruction -> Reply.json(200, directory.brands())))
                .GET("/sandbox/webhooks", door.to(instruction -> Reply.json(200, house.webhooks())))
                .GET(
                        "/sandbox/budget",
                        door.to(instruction -> Reply.json(200, house.budget(directory.brand(instruction)))))
                .POST("/sandbox/reset", door.to(instruction -> house.reset()))
                .build();
    }
}
