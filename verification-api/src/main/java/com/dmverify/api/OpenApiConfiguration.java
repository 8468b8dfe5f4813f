package com.dmverify.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI description is {@code docs/openapi.yaml}, written by hand: it is answered as JSON and as it is. These routes come
 * before those of springdoc, which shows it to people.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final MediaType YAML = new MediaType("application", "yaml", UTF_8);

    @Bean
    RouterFunction<ServerResponse> apiDescription() throws IOException {
        String yaml = new ClassPathResource("openapi.yaml").getContentAsString(UTF_8);
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        byte[] json = JsonMapper.shared().writeValueAsBytes(document);
        return RouterFunctions.route()
                .GET(
                        "/v3/api-docs",
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .bodyValue(json))
                .GET(
                        "/v3/api-docs.yaml",
                        request -> ServerResponse.ok().contentType(YAML).bodyValue(yaml))
                .build();
    }
}
