package com.dmverify.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The properties of the services as the build's configuration metadata describes them. */
final class ConfigurationReference {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern ELEMENT = Pattern.compile(
            "(?:java\\.util\\.(Map)<java\\.lang\\.String,|java\\.util\\.(List)<)" + "(com\\.dmverify\\.[\\w.$]+)>");

    /** The packages of the parts, in the order of the page. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("com.dmverify.support.", "Every service");
        PARTS.put("com.dmverify.api.", "verification-api");
        PARTS.put("com.dmverify.sender.", "dm-sender");
        PARTS.put("com.dmverify.connections.", "dm-sender: connections of accounts by OAuth 2.0");
        PARTS.put("com.dmverify.webhook.", "webhook-receiver");
        PARTS.put("com.dmverify.sandbox.", "x-sandbox");
    }

    private static final String HEAD = """
            # Configuration

            Every property of DM Verify, with its default. Generated from the properties' own documentation; `ConfigurationReferenceTest` fails
            when this page is old.

            A property can be set in a file (`application.yml` beside the service), as an environment variable (upper case, without hyphens, dots
            as underscores: `dm-verify.x.base-url` is `DMVERIFY_X_BASEURL`), or as a mounted file (`spring.config.import=configtree:/etc/secrets/`).
            Durations are written like `90s`, `5m`, `24h`; sizes like `64KB`. Kafka, Redis, HTTP and logs have Spring Boot's own properties
            (`spring.kafka.*`, `spring.data.redis.*`, `server.*`, `management.*`, `logging.*`). Each service has defaults of its own for some of
            them, with the reason, in the file that carries its name in its jar.
            """;

    private final Map<String, Map<String, JsonNode>> byPart = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    /** Maps and lists with the pattern of what may follow: a name of the operator's, and a part of the element. */
    private final Map<String, String> open = new TreeMap<>();

    private ConfigurationReference() {
        PARTS.values().forEach(part -> byPart.put(part, new TreeMap<>()));
    }

    static ConfigurationReference ofClassPath() {
        ConfigurationReference reference = new ConfigurationReference();
        try {
            for (URL url : Collections.list(
                    ConfigurationReference.class.getClassLoader().getResources(METADATA))) {
                try (InputStream metadata = url.openStream()) {
                    JsonMapper.shared().readTree(metadata).path("properties").forEach(reference::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reference;
    }

    /** Whether an environment variable sets a property of ours or of a library. */
    boolean isProperty(String variable) {
        String wanted = canonical(variable);
        return known.contains(wanted)
                || open.entrySet().stream()
                        .anyMatch(map -> wanted.startsWith(map.getKey())
                                && wanted.substring(map.getKey().length()).matches(map.getValue()));
    }

    private static String canonical(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether each part has properties. */
    boolean isComplete() {
        return byPart.values().stream().noneMatch(Map::isEmpty);
    }

    String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        byPart.forEach((part, properties) -> {
            page.append("\n## ").append(part).append("\n\n| property | default | means |\n|---|---|---|\n");
            properties.forEach((name, property) -> append(page, name, property));
        });
        return page.toString();
    }

    private void add(JsonNode property) {
        String name = canonical(property.path("name").asString());
        String type = property.path("type").asString("");
        known.add(name);
        var element = ELEMENT.matcher(type);
        if (element.matches()) {
            String parts = partsOf(element.group(3)).stream()
                    .map(ConfigurationReference::canonical)
                    .collect(Collectors.joining("|"));
            open.merge(name, ".+(" + parts + ")([0-9].*)?", (one, other) -> one + "|" + other);
        } else if (type.startsWith("java.util.Map") || type.startsWith("java.util.List")) {
            open.put(name, ".+");
        }
        PARTS.forEach((prefix, part) -> {
            if (property.path("sourceType").asString("").startsWith(prefix)) {
                byPart.get(part).put(property.path("name").asString(), property);
            }
        });
    }

    private static void append(StringBuilder page, String name, JsonNode property) {
        page.append(String.format(
                Locale.ROOT,
                "| `%s` | %s | %s |%n",
                name,
                defaultOf(property.path("defaultValue")),
                meaning(property.path("description").asString(""))));
        var element = ELEMENT.matcher(property.path("type").asString(""));
        if (element.matches()) {
            String at = name + (element.group(1) == null ? "[n]." : ".<name>.");
            for (String part : partsOf(element.group(3))) {
                page.append("| `").append(at).append(part).append("` | | |\n");
            }
        }
    }

    private static String defaultOf(JsonNode value) {
        if (value.isMissingNode() || (!value.isArray() && value.asString("").isEmpty())) {
            return "";
        }
        if (value.isArray()) {
            List<String> all = new ArrayList<>();
            value.forEach(each -> all.add("`" + each.asString() + "`"));
            return String.join(", ", all);
        }
        return "`" + value.asString() + "`";
    }

    private static String meaning(String description) {
        return description
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|");
    }

    private static List<String> partsOf(String type) {
        try {
            RecordComponent[] parts = Class.forName(type).getRecordComponents();
            return parts == null
                    ? List.of()
                    : List.of(parts).stream()
                            .map(part -> part.getName()
                                    .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                                    .toLowerCase(Locale.ROOT))
                            .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
