package com.dmverify.api.trace;

import java.util.Optional;
import java.util.function.Function;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The trace of the running work, in Reactor's context, which follows the work over threads and retries. */
public final class CurrentTrace {

    private CurrentTrace() {}

    /** For {@code contextWrite}: the operators before it in the chain belong to this trace. */
    public static Function<Context, Context> is(Trace trace) {
        return context -> context.put(Trace.class, trace);
    }

    /** The trace; empty for work that no request or record caused. */
    public static Optional<Trace> in(ContextView context) {
        return context.getOrEmpty(Trace.class);
    }
}
