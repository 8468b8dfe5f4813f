package com.dmverify.sandbox.portrait;

import com.dmverify.sandbox.link.Link;
import com.dmverify.sandbox.link.LinkedText;
import com.dmverify.sandbox.wire.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a text. Only addresses are found; hashtags, symbols and mentions are always empty. */
final class Entities {

    private Entities() {}

    /** Always there, with all four lists. */
    static Fields v1(LinkedText text) {
        return Fields.of("hashtags", List.of())
                .with("symbols", List.of())
                .with("user_mentions", List.of())
                .with("urls", text.links().stream().map(Entities::v1).toList());
    }

    /** Only there when something was found. */
    static @Nullable Fields v2(LinkedText text) {
        return text.links().isEmpty()
                ? null
                : Fields.of("urls", text.links().stream().map(Entities::v2).toList());
    }

    private static Fields v1(Link link) {
        return Fields.of("url", link.url())
                .with("expanded_url", link.expanded())
                .with("display_url", link.display())
                .with("indices", List.of(link.start(), link.end()));
    }

    private static Fields v2(Link link) {
        return Fields.of("start", link.start())
                .with("end", link.end())
                .with("url", link.url())
                .with("expanded_url", link.expanded())
                .with("display_url", link.display());
    }
}
