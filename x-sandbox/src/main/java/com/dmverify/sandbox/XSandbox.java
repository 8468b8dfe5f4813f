package com.dmverify.sandbox;

import com.dmverify.reactornetty.ReactorNettyWorkaround;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Simulates X: its API, webhooks, limits and errors, with a web page that shows inboxes. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import(ReactorNettyWorkaround.class)
public class XSandbox {

    /** Returns the application, not yet started. Its configuration is {@code x-sandbox.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(XSandbox.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=x-sandbox");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
