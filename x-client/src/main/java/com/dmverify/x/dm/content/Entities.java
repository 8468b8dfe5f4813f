package com.dmverify.x.dm.content;

import com.dmverify.x.UserId;
import java.util.List;

/** Entities that X found in a text. Source: X's v1.1 page "Entities object". */
public record Entities(List<String> hashtags, List<String> symbols, List<Mention> mentions, List<Link> links) {

    public Entities {
        hashtags = List.copyOf(hashtags);
        symbols = List.copyOf(symbols);
        mentions = List.copyOf(mentions);
        links = List.copyOf(links);
    }

    /** A user who is mentioned in the text; the name may be longer than today's handles. */
    public record Mention(UserId id, String screenName) {}

    /**
     * A link in the text.
     *
     * @param url X's short link, which replaces the sent one in the text
     * @param expandedUrl what was sent
     * @param displayUrl what is shown
     */
    public record Link(String url, String expandedUrl, String displayUrl) {}
}
