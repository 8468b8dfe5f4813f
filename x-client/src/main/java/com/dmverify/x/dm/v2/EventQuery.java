package com.dmverify.x.dm.v2;

import com.dmverify.x.call.Call;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a read of events. X bills every event, so request no more than needed.
 *
 * @param maxResults 1 to 100
 * @param pageToken null for the first page, then {@code next} or {@code previous}
 * @param types X's names; none for all
 * @param fields of events ({@code dm_event.fields}); none for X's default: id, type and text
 * @param expansions what to include: {@code sender_id}, {@code participant_ids}, {@code attachments.media_keys}
 */
public record EventQuery(
        int maxResults, @Nullable String pageToken, List<String> types, List<String> fields, List<String> expansions) {

    private static final int LARGEST_PAGE = 100;
    private static final int SHORTEST_TOKEN = 16;

    private static final List<String> ALL_FIELDS = List.of(
            "attachments",
            "created_at",
            "dm_conversation_id",
            "entities",
            "event_type",
            "id",
            "participant_ids",
            "referenced_tweets",
            "sender_id",
            "text");

    public EventQuery {
        if (maxResults < 1 || maxResults > LARGEST_PAGE) {
            throw new IllegalArgumentException("a page has 1 to 100 events");
        }
        if (pageToken != null && pageToken.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("a page token has at least 16 characters");
        }
        types = List.copyOf(types);
        fields = List.copyOf(fields);
        expansions = List.copyOf(expansions);
    }

    /** The latest events with all fields and without expansions. */
    public static EventQuery latest(int maxResults) {
        return new EventQuery(maxResults, null, List.of(), ALL_FIELDS, List.of());
    }

    /** The same for another page. */
    public EventQuery at(@Nullable String token) {
        return new EventQuery(maxResults, token, types, fields, expansions);
    }

    /** The same for these types of events only. */
    public EventQuery of(String... wanted) {
        return new EventQuery(maxResults, pageToken, List.of(wanted), fields, expansions);
    }

    /** The same with these expansions. */
    public EventQuery including(String... wanted) {
        return new EventQuery(maxResults, pageToken, types, fields, List.of(wanted));
    }

    Call list(String path) {
        Call call = details(Call.get(path)).with("max_results", Integer.toString(maxResults));
        call = types.isEmpty() ? call : call.with("event_types", String.join(",", types));
        return pageToken == null ? call : call.with("pagination_token", pageToken);
    }

    /** Fields and expansions alone, for a single event. */
    Call details(Call call) {
        Call asking = fields.isEmpty() ? call : call.with("dm_event.fields", String.join(",", fields));
        return expansions.isEmpty()
                ? asking
                : asking.with("expansions", String.join(",", expansions)).with("media.fields", "media_key,type,url");
    }
}
