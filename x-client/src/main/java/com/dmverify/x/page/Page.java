package com.dmverify.x.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. An empty page need not be the last: continue while there is a next one.
 *
 * @param next the cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }
}
