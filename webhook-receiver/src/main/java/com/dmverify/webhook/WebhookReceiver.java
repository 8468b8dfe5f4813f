package com.dmverify.webhook;

import com.dmverify.reactornetty.ReactorNettyWorkaround;
import com.dmverify.support.ServiceSupport;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Receives X's webhooks. Its configuration is {@code webhook-receiver.yml}. */
@SpringBootApplication
@ServiceSupport
@Import(ReactorNettyWorkaround.class)
public class WebhookReceiver {

    /** Runs the service until it is stopped. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Builds the service without running it; one JVM may run several. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(WebhookReceiver.class).properties("spring.config.name=webhook-receiver");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
