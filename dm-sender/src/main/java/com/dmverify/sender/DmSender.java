package com.dmverify.sender;

import com.dmverify.connections.configuration.ConnectionsConfiguration;
import com.dmverify.support.ServiceSupport;
import com.dmverify.support.switches.SwitchesConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Turns requested verifications into Direct Messages. */
@SpringBootApplication
@ServiceSupport
@Import({ConnectionsConfiguration.class, SwitchesConfiguration.class})
public class DmSender {

    /** The service, ready to run; its configuration is {@code dm-sender.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(DmSender.class).properties("spring.config.name=dm-sender");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
