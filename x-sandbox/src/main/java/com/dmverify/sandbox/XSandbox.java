package com.dmverify.sandbox;

import com.dmverify.reactornetty.ReactorNettyWorkaround;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** X on your desk, with an inbox to look at. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import(ReactorNettyWorkaround.class)
public class XSandbox {

    /** The application, not yet started; its configuration is {@code x-sandbox.yml}. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(XSandbox.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=x-sandbox");
    }

    public static void main(String[] args) {
        application().run(args);
    }
}
