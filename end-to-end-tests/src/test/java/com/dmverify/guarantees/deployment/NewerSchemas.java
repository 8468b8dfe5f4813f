package com.dmverify.guarantees.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.generic.GenericData.StringType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of a later release: each has one more optional field, and each enum one more symbol. Their classes stand before
 * those of this version on the class path of a service.
 */
public final class NewerSchemas {

    private static final Path TODAY = Path.of("..", "common-schemas", "src", "main", "avro");
    private static final String FIELD = "added_later";
    private static final String SYMBOL = "ADDED_LATER";
    private static final JsonMapper JSON = JsonMapper.shared();

    private NewerSchemas() {}

    /** Compiles them into this folder. */
    public static Path compiledInto(Path folder) {
        try (Stream<Path> schemas = Files.list(TODAY)) {
            Path sources = Files.createDirectories(folder.resolve("sources"));
            Path classes = Files.createDirectories(folder.resolve("classes"));
            for (Path schema : schemas.toList()) {
                compiler(newer(schema)).compileToDestination(null, sources.toFile());
            }
            compile(sources, classes);
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SpecificCompiler compiler(Schema schema) {
        SpecificCompiler compiler = new SpecificCompiler(schema);
        compiler.setStringType(StringType.String);
        compiler.setFieldVisibility(SpecificCompiler.FieldVisibility.PRIVATE);
        compiler.setCreateSetters(false);
        return compiler;
    }

    private static Schema newer(Path today) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(today));
        ((ArrayNode) schema.get("fields"))
                .addObject()
                .put("name", FIELD)
                .putNull("default")
                .set("type", JSON.createArrayNode().add("null").add("string"));
        schema.findParents("symbols")
                .forEach(symbols -> ((ArrayNode) ((ObjectNode) symbols).get("symbols")).add(SYMBOL));
        return new Schema.Parser().parse(schema.toString());
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-d", classes.toString(), "-nowarn", "-proc:none", "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("The newer records do not compile");
        }
    }
}
