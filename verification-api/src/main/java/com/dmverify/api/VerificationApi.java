package com.dmverify.api;

import com.dmverify.reactornetty.ReactorNettyWorkaround;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.switches.SwitchesConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service with the REST API; the only writer of verifications. */
@SpringBootApplication
@EnableScheduling
@ServiceSupport
@Import({ReactorNettyWorkaround.class, SwitchesConfiguration.class})
public class VerificationApi {

    /** Starts the service. */
    public static void main(String[] args) {
        application().run(args);
    }

    /** Returns the service with its own configuration file, for a process of its own or beside other services. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(VerificationApi.class).properties("spring.config.name=verification-api");
    }
}
