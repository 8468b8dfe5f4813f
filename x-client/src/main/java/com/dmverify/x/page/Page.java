package com.dmverify.x.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a list. It may be empty and still not be the last one: go on while there is a next one.
 *
 * @param next what to ask for next; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
