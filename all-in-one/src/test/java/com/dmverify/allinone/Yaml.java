package com.dmverify.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads the YAML files at the project's root. */
final class Yaml {

    private Yaml() {}

    static String text(String file) {
        try {
            return Files.readString(Path.of("..", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> document(String file) {
        return documents(file).getFirst();
    }

    @SuppressWarnings("unchecked") // a mapping at the top, as all our files have
    static List<Map<String, Object>> documents(String file) {
        return StreamSupport.stream(
                        new org.yaml.snakeyaml.Yaml().loadAll(text(file)).spliterator(), false)
                .map(document -> (Map<String, Object>) document)
                .toList();
    }

    /** Returns the mapping at this path, or an empty one. */
    @SuppressWarnings("unchecked") // the caller knows the file
    static Map<String, Object> map(Map<String, Object> parent, String... path) {
        Map<String, Object> at = parent;
        for (String name : path) {
            at = (Map<String, Object>) at.getOrDefault(name, Map.of());
        }
        return at;
    }

    @SuppressWarnings("unchecked") // the caller knows the file
    static Map<String, Map<String, Object>> maps(Map<String, Object> parent, String name) {
        return (Map<String, Map<String, Object>>) parent.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked") // the caller knows the file
    static List<Map<String, Object>> list(Map<String, Object> parent, String name) {
        return (List<Map<String, Object>>) parent.getOrDefault(name, List.of());
    }

    @SuppressWarnings("unchecked") // the caller knows the file
    static List<String> texts(Map<String, Object> parent, String name) {
        return (List<String>) parent.getOrDefault(name, List.of());
    }
}
