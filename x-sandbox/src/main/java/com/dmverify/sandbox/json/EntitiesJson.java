package com.dmverify.sandbox.json;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.link.Link;
import com.dmverify.sandbox.link.LinkedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entities of a text. Only links are found; hashtags, symbols and mentions are always empty. */
final class EntitiesJson {

    private EntitiesJson() {}

    /** v1.1's entities: always present, with all four lists. */
    static JsonObject v1(LinkedText text) {
        return JsonObject.of("hashtags", List.of())
                .with("symbols", List.of())
                .with("user_mentions", List.of())
                .with("urls", text.links().stream().map(EntitiesJson::v1).toList());
    }

    /** v2's entities; {@code null} without links. */
    static @Nullable JsonObject v2(LinkedText text) {
        return text.links().isEmpty()
                ? null
                : JsonObject.of(
                        "urls", text.links().stream().map(EntitiesJson::v2).toList());
    }

    private static JsonObject v1(Link link) {
        return JsonObject.of("url", link.url())
                .with("expanded_url", link.expanded())
                .with("display_url", link.display())
                .with("indices", List.of(link.start(), link.end()));
    }

    private static JsonObject v2(Link link) {
        return JsonObject.of("start", link.start())
                .with("end", link.end())
                .with("url", link.url())
                .with("expanded_url", link.expanded())
                .with("display_url", link.display());
    }
}
