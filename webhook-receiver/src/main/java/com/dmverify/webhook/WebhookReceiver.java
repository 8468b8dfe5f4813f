package com.dmverify.webhook;

import com.dmverify.reactornetty.ReactorNettyWorkaround;
import com.dmverify.support.ServiceSupport;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The service that X's webhooks speak to. Its configuration is {@code webhook-receiver.yml}. */
@SpringBootApplication
@ServiceSupport
@Import(ReactorNettyWorkaround.class)
public class WebhookReceiver {

    /** Runs the service until it is told to stop. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, not yet running: several may live in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WebhookReceiver.class).properties("spring.config.name=webhook-receiver");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
