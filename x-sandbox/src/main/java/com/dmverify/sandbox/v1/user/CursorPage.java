package com.dmverify.sandbox.v1.user;

import com.dmverify.sandbox.http.JsonObject;
import com.dmverify.sandbox.person.Ids;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import tools.jackson.databind.node.NullNode;

/**
 * A page of ids, newest first. Cursor -1 is the beginning and 0 the end; a positive cursor continues after an id, a negative
 * one goes back before it.
 */
record CursorPage(List<Long> ids, long next, long previous) {

    CursorPage {
        ids = List.copyOf(ids);
    }

    static CursorPage of(NavigableSet<Long> all, String cursor, int count) {
        if (cursor.startsWith("-") && !cursor.equals("-1")) {
            OptionalLong id = Ids.parse(cursor.substring(1));
            return back(all, id.orElse(Long.MAX_VALUE), count);
        }
        if (cursor.equals("0")) {
            return new CursorPage(List.of(), 0, 0);
        }
        return onwards(
                all, cursor.equals("-1") ? Long.MAX_VALUE : Ids.parse(cursor).orElse(Long.MAX_VALUE), count);
    }

    private static CursorPage onwards(NavigableSet<Long> all, long below, int count) {
        List<Long> found = all.headSet(below, false).descendingSet().stream()
                .limit(count + 1L)
                .toList();
        boolean more = found.size() > count;
        List<Long> ids = more ? found.subList(0, count) : found;
        boolean first = below == Long.MAX_VALUE || ids.isEmpty();
        return new CursorPage(ids, more ? ids.getLast() : 0, first ? 0 : -ids.getFirst());
    }

    private static CursorPage back(NavigableSet<Long> all, long above, int count) {
        List<Long> found = all.tailSet(above, false).stream().limit(count + 1L).toList();
        boolean more = found.size() > count;
        List<Long> ids = (more ? found.subList(0, count) : found).reversed();
        return ids.isEmpty()
                ? new CursorPage(ids, 0, 0)
                : new CursorPage(ids, ids.getLast(), more ? -ids.getFirst() : 0);
    }

    JsonObject writeTo(JsonObject body) {
        return body.with("next_cursor", next)
                .with("next_cursor_str", Long.toString(next))
                .with("previous_cursor", previous)
                .with("previous_cursor_str", Long.toString(previous))
                .with("total_count", NullNode.getInstance());
    }
}
