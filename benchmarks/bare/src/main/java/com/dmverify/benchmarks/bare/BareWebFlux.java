package com.dmverify.benchmarks.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring Boot with WebFlux and one endpoint, {@code /hello}. */
@SpringBootApplication
@RestController
public class BareWebFlux {

    public static void main(String[] arguments) {
        SpringApplication.run(BareWebFlux.class, arguments);
    }

    @RequestMapping("/hello")
    String hello() {
        return "hello";
    }
}
