package com.dmverify.sandbox.v2;

import com.dmverify.sandbox.http.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A page of a list, newest first, with {@code next_token} and {@code previous_token} if there are more items.
 *
 * @param older whether there are older items
 * @param newer whether there are newer items
 */
public record Page<T>(List<T> items, boolean older, boolean newer) {

    public Page {
        items = List.copyOf(items);
    }

    /** The items before an id; {@code below} gives the items older than an id, newest first. */
    static <T> Page<T> onwards(long id, int most, LongFunction<Stream<T>> below) {
        List<T> found = below.apply(id).limit(most + 1L).toList();
        boolean more = found.size() > most;
        return new Page<>(more ? found.subList(0, most) : found, more, id != Long.MAX_VALUE);
    }

    /** The items after an id; {@code above} gives the items newer than an id, oldest first. */
    static <T> Page<T> backwards(long id, int most, LongFunction<Stream<T>> above) {
        List<T> found = above.apply(id).limit(most + 1L).toList();
        boolean more = found.size() > most;
        return new Page<>((more ? found.subList(0, most) : found).reversed(), true, more);
    }

    /** The page of this token. */
    public static <T> Page<T> of(
            Optional<PageToken> token, int most, LongFunction<Stream<T>> below, LongFunction<Stream<T>> above) {
        if (token.isPresent() && token.get().back()) {
            return backwards(token.get().id(), most, above);
        }
        return onwards(token.map(PageToken::id).orElse(Long.MAX_VALUE), most, below);
    }

    public JsonObject meta(ToLongFunction<T> id) {
        JsonObject meta = JsonObject.of("result_count", items.size());
        if (items.isEmpty()) {
            return meta;
        }
        return meta.with("next_token", older ? PageToken.after(id.applyAsLong(items.getLast())) : null)
                .with("previous_token", newer ? PageToken.before(id.applyAsLong(items.getFirst())) : null);
    }
}
