package com.dmverify.api;

import com.dmverify.reactornetty.ReactorNettyWorkaround;
import com.dmverify.support.ServiceSupport;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that asks the question and knows the answer. */
@SpringBootApplication
@EnableScheduling
@ServiceSupport
@Import(ReactorNettyWorkaround.class)
public class VerificationApi {

    /** Starts the service. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service with its own configuration file, for a process of its own or beside others in one. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(VerificationApi.class).properties("spring.config.name=verification-api");
    }
}
