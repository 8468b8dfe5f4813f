package com.dmverify.webhook.app;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The apps by name. */
public final class Apps {

    /** The app of a path without a name. */
    public static final String DEFAULT = "default";

    private final Map<String, App> byName;

    /** The apps by name. */
    public Apps(Map<String, App> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * The app of a path.
     *
     * @param name as in the path, or null for a path without one
     * @throws UnknownAppException if there is none
     */
    public App named(@Nullable String name) {
        App app = byName.get(name == null ? DEFAULT : name);
        if (app == null) {
            throw new UnknownAppException();
        }
        return app;
    }

    /** The names of all apps. */
    public Set<String> names() {
        return byName.keySet();
    }
}
