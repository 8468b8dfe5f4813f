package com.dmverify.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.problem.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/openapi.yaml} describes the running service: what is missing in it, or is there no longer, is named. */
@ExtendWith(SharedApi.class)
class OpenApiIT {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** What every endpoint may answer. */
    private static final List<String> COMMON = List.of("400", "401", "403", "406", "414", "429", "431", "500", "503");

    private static RunningApi api;
    private static JsonNode document;

    @BeforeAll
    static void start(RunningApi shared) throws IOException {
        api = shared;
        document = JSON.valueToTree(new Yaml().<Object>load(Files.readString(Path.of("..", "docs", "openapi.yaml"))));
    }

    @Test
    void theServiceAnswersWithTheCommittedDocument() {
        byte[] answered = api.as("")
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(JSON.readTree(answered)).isEqualTo(document);
    }

    @Test
    void everyEndpointIsDescribedAndNoneThatIsNotThere() {
        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(api.endpoints());
    }

    @Test
    void everyOperationHasAnIdAndNamesItsErrors() {
        Set<String> ids = new TreeSet<>();
        operations().forEach((name, operation) -> {
            assertThat(ids.add(operation.path("operationId").asString()))
                    .as(name)
                    .isTrue();
            assertThat(operation.path("responses").propertyNames()).as(name).containsAll(COMMON);
            if (name.contains("{")) {
                assertThat(operation.path("responses").propertyNames()).as(name).contains("404");
            }
            if (operation.has("requestBody")) {
                assertThat(operation.path("responses").propertyNames()).as(name).contains("413", "415");
            }
        });
    }

    @Test
    void everyAnswerWithABodyHasAnExample() {
        operations()
                .forEach((name, operation) -> operation.path("responses").forEach(response -> {
                    JsonNode resolved = response.has("$ref")
                            ? document.at(response.path("$ref").asString().substring(1))
                            : response;
                    resolved.path("content")
                            .forEach(content -> assertThat(content.path("examples"))
                                    .as(name)
                                    .isNotEmpty());
                }));
    }

    @Test
    void everyProblemIsListedWithItsStatusAndTitle() {
        Map<String, JsonNode> examples = new TreeMap<>();
        document.at("/components/responses")
                .forEach(response -> response.at("/content/application~1problem+json/examples")
                        .properties()
                        .forEach(example -> examples.put(
                                example.getKey(), example.getValue().path("value"))));

        for (ProblemType type : ProblemType.values()) {
            assertThat(examples).containsKey(type.code());
            assertThat(examples.get(type.code()).path("status").asInt()).isEqualTo(type.status());
            assertThat(examples.get(type.code()).path("title").asString()).isEqualTo(type.title());
        }
        assertThat(document.at("/components/schemas/Problem/properties/code/enum"))
                .extracting(JsonNode::asString)
                .containsAll(Arrays.stream(ProblemType.values())
                        .map(ProblemType::code)
                        .toList());
    }

    @Test
    void objectsHaveNoPropertiesThatAreNotNamed() {
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().path("type").asString("").equals("object")) {
                assertThat(schema.getValue().path("additionalProperties").asBoolean(true))
                        .as(schema.getKey())
                        .isFalse();
            }
        });
    }

    /** By method and path. */
    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue());
                    }
                }));
        return operations;
    }
}
